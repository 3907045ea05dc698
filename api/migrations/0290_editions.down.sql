drop table edition;
