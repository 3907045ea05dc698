delete from detail_requirement where block = 'GROUND';
