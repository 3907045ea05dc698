revoke insert, update, delete on district, district_question, detail_requirement, notice_text, policy, review_paper, review_requirement, school, site from enrolment_app;
revoke delete on phase from enrolment_app;
revoke usage on sequence policy_id_seq, review_paper_id_seq, review_requirement_id_seq, detail_requirement_id_seq from enrolment_app;
