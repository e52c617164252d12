"""Templates of back-office roles to begin a definition with. Pure.

Each is one TOML file below `data/<language>/`, written for this project; its name is
its key. Duties are numbered from 1 there, in the order of the file.
"""
