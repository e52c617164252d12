"""Reading an old job advert: text in, a parsed advert out. Pure."""
