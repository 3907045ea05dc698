drop table staff_grant;
