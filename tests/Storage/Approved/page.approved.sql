SELECT TOP(2) [r].[id], [r].[epoch], [r].[golden_count], [r].[id_key], [r].[last_change], [r].[last_decision], [r].[last_part], [r].[last_quarantine], [r].[last_record], [r].[last_review], [r].[last_version_row], [r].[model_version], [r].[page]
FROM [registry_state] AS [r]
WHERE [r].[id] = CAST(1 AS bigint);

SELECT [c].[id], [c].[live_records], [c].[name]
FROM [connections] AS [c];

UPDATE [r]
SET [r].[page] = @p2,
    [r].[last_record] = @p2,
    [r].[last_part] = @p2,
    [r].[golden_count] = @p2,
    [r].[last_change] = @p2,
    [r].[last_decision] = @p2,
    [r].[last_review] = @p2,
    [r].[last_version_row] = @p9,
    [r].[last_quarantine] = @p2,
    [r].[model_version] = @p11
FROM [registry_state] AS [r]
WHERE [r].[id] = CAST(1 AS bigint) AND [r].[epoch] = @after_Epoch AND [r].[page] = @p;

SELECT [p].[part_id]
FROM [parts] AS [p]
WHERE [p].[record_id] = @recordIds1
ORDER BY [p].[part_id];

DELETE FROM [p]
FROM [pairs] AS [p]
WHERE [p].[younger] IN (@ids1, @ids2);

DELETE FROM [p]
FROM [pairs] AS [p]
WHERE [p].[older] IN (@ids1, @ids2);

DELETE FROM [r]
FROM [reviews] AS [r]
WHERE [r].[part_a] IN (@ids1, @ids2);

DELETE FROM [r]
FROM [reviews] AS [r]
WHERE [r].[part_b] IN (@optional1, @optional2);

DELETE FROM [p]
FROM [parts] AS [p]
WHERE [p].[part_id] IN (@ids1, @ids2);

SELECT [r].[connection]
FROM [records] AS [r]
WHERE [r].[record_id] = @recordIds1 AND [r].[deleted] = CAST(0 AS bigint);

DELETE FROM [l]
FROM [linked] AS [l]
WHERE [l].[record_id] = @ids1;

DELETE FROM [r]
FROM [record_versions] AS [r]
WHERE [r].[record_id] = @ids1;

DELETE FROM [r]
FROM [records] AS [r]
WHERE [r].[record_id] = @ids1;

UPDATE [r]
SET [r].[body] = @p
FROM [records] AS [r]
WHERE [r].[record_id] = @ids1;

UPDATE [r]
SET [r].[body] = @p
FROM [record_versions] AS [r]
WHERE [r].[record_id] = @ids1;

DELETE FROM [q]
FROM [quarantine] AS [q]
WHERE [q].[key_hash] IS NOT NULL AND [q].[key_hash] = @hashes1;

DELETE FROM [d]
FROM [decisions] AS [d]
WHERE [d].[a_hash] = @hashes1;

DELETE FROM [d]
FROM [decisions] AS [d]
WHERE [d].[b_hash] = @hashes1;

DELETE FROM [q]
FROM [quarantine] AS [q]
WHERE [q].[key_hash] = @hash;

DELETE FROM [d]
FROM [decisions] AS [d]
WHERE ([d].[a_hash] = @hash AND [d].[a_part] = @part) OR ([d].[b_hash] = @hash AND [d].[b_part] = @part);

SELECT [r].[run_id], [r].[page], [r].[body], [r].[connection]
FROM [run_pages] AS [r]
WHERE [r].[connection] = @connection
ORDER BY [r].[run_id], [r].[page];

SELECT [g].[golden], [g].[row], [g].[state], [g].[last_change], [g].[connections], CASE
    WHEN [g].[state] = CAST(1 AS bigint) THEN [g0].[merged_into]
END, [g0].[terms]
FROM [goldens] AS [g]
INNER JOIN [golden_versions] AS [g0] ON [g].[row] = [g0].[row]
WHERE [g].[golden] = @ids1;

SELECT [g0].[row], [g0].[citizen], [g0].[created_at], [g0].[golden], [g0].[members], [g0].[merged_into], [g0].[overrides], [g0].[previous], [g0].[provenance], [g0].[state], [g0].[terms], [g0].[updated_at], [g0].[version]
FROM [goldens] AS [g]
INNER JOIN [golden_versions] AS [g0] ON [g].[row] = [g0].[row]
WHERE [g].[golden] = @ids1
ORDER BY [g].[golden];

SELECT TOP(1) [g].[last_change]
FROM [goldens] AS [g]
WHERE [g].[golden] = @golden;

SELECT TOP(2) [c].[sequence], [c].[at], [c].[attributes], [c].[golden], [c].[kind], [c].[previous], [c].[reason], [c].[touched], [c].[version]
FROM [changes] AS [c]
WHERE [c].[sequence] = @sequences1;

SELECT [c].[sequence]
FROM [change_touches] AS [c]
WHERE [c].[golden] = @golden;

SELECT [c].[sequence], [c].[at], [c].[attributes], [c].[golden], [c].[kind], [c].[previous], [c].[reason], [c].[touched], [c].[version]
FROM [changes] AS [c]
WHERE [c].[sequence] = @sequences1;

UPDATE [g]
SET [g].[citizen] = @p,
    [g].[members] = @p,
    [g].[provenance] = @p,
    [g].[terms] = @p,
    [g].[overrides] = NULL
FROM [golden_versions] AS [g]
WHERE [g].[row] = @chunk1;

UPDATE [g]
SET [g].[state] = @p,
    [g].[connections] = @p2
FROM [goldens] AS [g]
WHERE [g].[golden] = @ids1;

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [suppressions] AS [s]
        WHERE [s].[hash] = @hash) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END;

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [suppressions] ([hash])
VALUES (@p0);
;

UPDATE [p]
SET [p].[last_golden] = [p].[golden],
    [p].[golden] = NULL
FROM [parts] AS [p]
WHERE [p].[part_id] = @ids1 AND [p].[golden] IS NOT NULL;

SELECT [q].[number]
FROM [quarantine] AS [q]
WHERE [q].[id] = @ids1;

UPDATE [q]
SET [q].[replayed_at] = @p
FROM [quarantine] AS [q]
WHERE [q].[id] = @ids1;

UPDATE [q]
SET [q].[expired] = @p,
    [q].[body] = @p2
FROM [quarantine] AS [q]
WHERE [q].[expired] = CAST(0 AS bigint) AND [q].[expires_at] <= @at;

UPDATE [c]
SET [c].[value] = @p,
    [c].[at] = @p2
FROM [checkpoints] AS [c]
WHERE [c].[connection] = @connection;

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [checkpoints] ([connection], [at], [value])
VALUES (@p0, @p1, @p2);
