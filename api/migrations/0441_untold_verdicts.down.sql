drop table untold_verdict;
