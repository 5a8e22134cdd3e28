"""Cek angka: from the code on a file back to its figures, and whether they still hold."""
