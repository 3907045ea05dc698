-- What a load that was cut off has put aside comes back first.
do $$ begin while loading.put_back() loop end loop; end $$;
drop schema loading cascade;
