"""When ceremonies were held, election by election."""
