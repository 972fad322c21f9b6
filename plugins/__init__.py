"""The rooms of Lyttevei, one folder a feature; `pelicanconf.py` holds their order."""
