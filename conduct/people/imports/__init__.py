"""Files into the register: read, check every line, let the database judge, then write all of it or nothing."""
