"""Entry script: Streamlit runs it on every visit and every change. The frame does the work."""

from pages.frame import draw

draw()
