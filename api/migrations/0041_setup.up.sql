-- A city is set up by whoever serves: from files, by the command or by a municipal administrator.
grant insert, update, delete on district, district_question, detail_requirement, notice_text, phase, policy, review_paper, review_requirement, school, site to enrolment_app;
grant usage on sequence policy_id_seq, review_paper_id_seq, review_requirement_id_seq, detail_requirement_id_seq to enrolment_app;
