"""The editor's command, `lyttevei`: a thin command line over the rooms, one file per command."""
