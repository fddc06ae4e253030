-- rehearsal: allow data-not-restored — who had fewer points keeps the gift
SELECT 1;
