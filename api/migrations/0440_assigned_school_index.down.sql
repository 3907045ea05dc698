drop index admission_assigned_school;
