drop function tallies_of_readable(text, text[], smallint);
