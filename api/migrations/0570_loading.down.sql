drop schema loading cascade;
