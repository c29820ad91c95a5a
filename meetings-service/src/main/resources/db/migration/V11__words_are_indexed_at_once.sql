-- Without a list of pending words, which the planner takes for so dear that it walks the whole table for a rare word instead.
ALTER INDEX meeting_search SET (fastupdate = off);
ALTER INDEX decision_search SET (fastupdate = off);
ALTER INDEX statement_search SET (fastupdate = off);

-- So that a rare word is known for one.
ALTER TABLE meeting ALTER search SET STATISTICS 1000;
ALTER TABLE decision ALTER search SET STATISTICS 1000;
ALTER TABLE statement ALTER search SET STATISTICS 1000;
