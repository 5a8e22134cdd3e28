"""How the pages are served: settings, who may ask, the headers on every answer, the page shell, our own routes."""
