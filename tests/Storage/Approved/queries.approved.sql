-- RegistryQueries.State
SELECT [r].[id], [r].[epoch], [r].[golden_count], [r].[id_key], [r].[last_change], [r].[last_decision], [r].[last_part], [r].[last_quarantine], [r].[last_record], [r].[last_review], [r].[last_version_row], [r].[model_version], [r].[page]
FROM [registry_state] AS [r]
WHERE [r].[id] = CAST(1 AS bigint)

-- RegistryQueries.Connections
SELECT [c].[id], [c].[live_records], [c].[name]
FROM [connections] AS [c]

-- RegistryQueries.Connection
DECLARE @name nvarchar(4000) = N'word';

SELECT [c].[id], [c].[live_records], [c].[name]
FROM [connections] AS [c]
WHERE [c].[name] = @name

-- RegistryQueries.LiveParts
SELECT [p].[part_id], [p].[changed_at], [p].[citizen], [p].[connection], [p].[golden], [p].[key], [p].[last_golden], [p].[matchable], [p].[part], [p].[record_id]
FROM [parts] AS [p]
WHERE [p].[golden] IS NOT NULL AND [p].[matchable] = CAST(1 AS bigint)
ORDER BY [p].[part_id]

-- RegistryQueries.Pairs
SELECT [p].[younger], [p].[older], [p].[pattern], [p].[swapped], [p].[vetoed], [p].[weight]
FROM [pairs] AS [p]
ORDER BY [p].[younger], [p].[older]

-- RegistryQueries.Decisions
SELECT [d].[decision_id], [d].[a_connection], [d].[a_hash], [d].[a_key], [d].[a_part], [d].[action], [d].[at], [d].[b_connection], [d].[b_hash], [d].[b_key], [d].[b_part], [d].[by], [d].[golden_a], [d].[golden_b], [d].[reason], [d].[same], [d].[withdrawn_at], [d].[withdrawn_by]
FROM [decisions] AS [d]
ORDER BY [d].[decision_id]

-- RegistryQueries.DecisionPage
DECLARE @p int = 5;

SELECT [d].[decision_id], [d].[a_connection], [d].[a_hash], [d].[a_key], [d].[a_part], [d].[action], [d].[at], [d].[b_connection], [d].[b_hash], [d].[b_key], [d].[b_part], [d].[by], [d].[golden_a], [d].[golden_b], [d].[reason], [d].[same], [d].[withdrawn_at], [d].[withdrawn_by]
FROM [decisions] AS [d]
ORDER BY [d].[decision_id] DESC
OFFSET @p ROWS FETCH NEXT @p ROWS ONLY

-- RegistryQueries.Decision
DECLARE @id bigint = CAST(7 AS bigint);

SELECT [d].[decision_id], [d].[a_connection], [d].[a_hash], [d].[a_key], [d].[a_part], [d].[action], [d].[at], [d].[b_connection], [d].[b_hash], [d].[b_key], [d].[b_part], [d].[by], [d].[golden_a], [d].[golden_b], [d].[reason], [d].[same], [d].[withdrawn_at], [d].[withdrawn_by]
FROM [decisions] AS [d]
WHERE [d].[decision_id] = @id

-- RegistryQueries.Records
DECLARE @keyHashes1 varbinary(32) = 0x01;
DECLARE @keyHashes2 varbinary(32) = 0x02;

SELECT [r].[record_id], [r].[body], [r].[changed_at], [r].[connection], [r].[content_hash], [r].[deleted], [r].[key], [r].[key_hash], [r].[received_at], [r].[revision], [r].[version_number], [r].[version_text]
FROM [records] AS [r]
WHERE [r].[key_hash] IN (@keyHashes1, @keyHashes2)

-- RegistryQueries.KeyHashes
SELECT [r].[key_hash]
FROM [records] AS [r]

-- RegistryQueries.LiveConnectionsOf
DECLARE @recordIds1 bigint = CAST(1 AS bigint);
DECLARE @recordIds2 bigint = CAST(2 AS bigint);
DECLARE @recordIds3 bigint = CAST(3 AS bigint);

SELECT [r].[connection]
FROM [records] AS [r]
WHERE [r].[record_id] IN (@recordIds1, @recordIds2, @recordIds3) AND [r].[deleted] = CAST(0 AS bigint)

-- RegistryQueries.PartsOfRecords
DECLARE @recordIds1 bigint = CAST(1 AS bigint);
DECLARE @recordIds2 bigint = CAST(2 AS bigint);
DECLARE @recordIds3 bigint = CAST(3 AS bigint);

SELECT [p].[part_id], [p].[changed_at], [p].[citizen], [p].[connection], [p].[golden], [p].[key], [p].[last_golden], [p].[matchable], [p].[part], [p].[record_id]
FROM [parts] AS [p]
WHERE [p].[record_id] IN (@recordIds1, @recordIds2, @recordIds3)
ORDER BY [p].[part_id]

-- RegistryQueries.Parts
DECLARE @partIds1 bigint = CAST(1 AS bigint);
DECLARE @partIds2 bigint = CAST(2 AS bigint);
DECLARE @partIds3 bigint = CAST(3 AS bigint);

SELECT [p].[part_id], [p].[changed_at], [p].[citizen], [p].[connection], [p].[golden], [p].[key], [p].[last_golden], [p].[matchable], [p].[part], [p].[record_id]
FROM [parts] AS [p]
WHERE [p].[part_id] IN (@partIds1, @partIds2, @partIds3)
ORDER BY [p].[part_id]

-- RegistryQueries.Goldens
DECLARE @ids1 bigint = CAST(1 AS bigint);
DECLARE @ids2 bigint = CAST(2 AS bigint);
DECLARE @ids3 bigint = CAST(3 AS bigint);

SELECT [g0].[row], [g0].[citizen], [g0].[created_at], [g0].[golden], [g0].[members], [g0].[merged_into], [g0].[overrides], [g0].[previous], [g0].[provenance], [g0].[state], [g0].[terms], [g0].[updated_at], [g0].[version]
FROM [goldens] AS [g]
INNER JOIN [golden_versions] AS [g0] ON [g].[row] = [g0].[row]
WHERE [g].[golden] IN (@ids1, @ids2, @ids3)
ORDER BY [g].[golden]

-- RegistryQueries.AllGoldens
DECLARE @p int = 5;
DECLARE @after bigint = CAST(7 AS bigint);

SELECT TOP(@p) [g0].[row], [g0].[citizen], [g0].[created_at], [g0].[golden], [g0].[members], [g0].[merged_into], [g0].[overrides], [g0].[previous], [g0].[provenance], [g0].[state], [g0].[terms], [g0].[updated_at], [g0].[version]
FROM [goldens] AS [g]
INNER JOIN [golden_versions] AS [g0] ON [g].[row] = [g0].[row]
WHERE [g].[golden] > @after
ORDER BY [g].[golden]

-- RegistryQueries.Versions
DECLARE @rows1 bigint = CAST(1 AS bigint);
DECLARE @rows2 bigint = CAST(2 AS bigint);
DECLARE @rows3 bigint = CAST(3 AS bigint);

SELECT [g].[row], [g].[citizen], [g].[created_at], [g].[golden], [g].[members], [g].[merged_into], [g].[overrides], [g].[previous], [g].[provenance], [g].[state], [g].[terms], [g].[updated_at], [g].[version]
FROM [golden_versions] AS [g]
WHERE [g].[row] IN (@rows1, @rows2, @rows3)

-- RegistryQueries.Heads
DECLARE @ids1 bigint = CAST(1 AS bigint);
DECLARE @ids2 bigint = CAST(2 AS bigint);
DECLARE @ids3 bigint = CAST(3 AS bigint);

SELECT [g].[golden], [g].[row], [g].[state], [g].[last_change], [g].[connections], CASE
    WHEN [g].[state] = CAST(1 AS bigint) THEN [g0].[merged_into]
END, [g0].[terms]
FROM [goldens] AS [g]
INNER JOIN [golden_versions] AS [g0] ON [g].[row] = [g0].[row]
WHERE [g].[golden] IN (@ids1, @ids2, @ids3)

-- RegistryQueries.Retired
DECLARE @into1 bigint = CAST(1 AS bigint);
DECLARE @into2 bigint = CAST(2 AS bigint);
DECLARE @into3 bigint = CAST(3 AS bigint);

SELECT [r].[golden]
FROM [retired] AS [r]
WHERE [r].[merged_into] IN (@into1, @into2, @into3)

-- RegistryQueries.ByKey
DECLARE @hash bigint = CAST(7 AS bigint);

SELECT [g].[golden]
FROM [golden_keys] AS [g]
WHERE [g].[hash] = @hash
ORDER BY [g].[golden]

-- RegistryQueries.Linked
DECLARE @recordIds1 bigint = CAST(1 AS bigint);
DECLARE @recordIds2 bigint = CAST(2 AS bigint);
DECLARE @recordIds3 bigint = CAST(3 AS bigint);

SELECT [l].[record_id], [l].[body]
FROM [linked] AS [l]
WHERE [l].[record_id] IN (@recordIds1, @recordIds2, @recordIds3)
ORDER BY [l].[record_id]

-- RegistryQueries.Changes
DECLARE @p int = 5;
DECLARE @after bigint = CAST(7 AS bigint);

SELECT TOP(@p) [c].[sequence], [c].[at], [c].[attributes], [c].[golden], [c].[kind], [c].[previous], [c].[reason], [c].[touched], [c].[version]
FROM [changes] AS [c]
WHERE [c].[sequence] > @after
ORDER BY [c].[sequence]

-- RegistryQueries.ChangesAt
DECLARE @sequences1 bigint = CAST(1 AS bigint);
DECLARE @sequences2 bigint = CAST(2 AS bigint);
DECLARE @sequences3 bigint = CAST(3 AS bigint);

SELECT [c].[sequence], [c].[at], [c].[attributes], [c].[golden], [c].[kind], [c].[previous], [c].[reason], [c].[touched], [c].[version]
FROM [changes] AS [c]
WHERE [c].[sequence] IN (@sequences1, @sequences2, @sequences3)

-- RegistryQueries.TouchesOf
DECLARE @golden bigint = CAST(7 AS bigint);

SELECT [c].[sequence]
FROM [change_touches] AS [c]
WHERE [c].[golden] = @golden

-- RegistryQueries.LastChangeOf
DECLARE @golden bigint = CAST(7 AS bigint);

SELECT [g].[last_change]
FROM [goldens] AS [g]
WHERE [g].[golden] = @golden

-- RegistryQueries.Reviews
DECLARE @state bigint = CAST(7 AS bigint);
DECLARE @p int = 5;

SELECT [r].[task_id], [r].[a_connection], [r].[a_key], [r].[a_part], [r].[assignee], [r].[b_connection], [r].[b_key], [r].[b_part], [r].[closed_at], [r].[decision_id], [r].[opened_at], [r].[part_a], [r].[part_b], [r].[pattern], [r].[reason], [r].[state], [r].[weight]
FROM [reviews] AS [r]
WHERE [r].[state] = @state
ORDER BY [r].[weight] DESC, [r].[task_id]
OFFSET @p ROWS FETCH NEXT @p ROWS ONLY

-- RegistryQueries.Review
DECLARE @id bigint = CAST(7 AS bigint);

SELECT [r].[task_id], [r].[a_connection], [r].[a_key], [r].[a_part], [r].[assignee], [r].[b_connection], [r].[b_key], [r].[b_part], [r].[closed_at], [r].[decision_id], [r].[opened_at], [r].[part_a], [r].[part_b], [r].[pattern], [r].[reason], [r].[state], [r].[weight]
FROM [reviews] AS [r]
WHERE [r].[task_id] = @id

-- RegistryQueries.ReviewsByA
DECLARE @partIds1 bigint = CAST(1 AS bigint);
DECLARE @partIds2 bigint = CAST(2 AS bigint);
DECLARE @partIds3 bigint = CAST(3 AS bigint);

SELECT [r].[task_id], [r].[a_connection], [r].[a_key], [r].[a_part], [r].[assignee], [r].[b_connection], [r].[b_key], [r].[b_part], [r].[closed_at], [r].[decision_id], [r].[opened_at], [r].[part_a], [r].[part_b], [r].[pattern], [r].[reason], [r].[state], [r].[weight]
FROM [reviews] AS [r]
WHERE [r].[part_a] IN (@partIds1, @partIds2, @partIds3)

-- RegistryQueries.ReviewsByB
DECLARE @partIds1 bigint = CAST(1 AS bigint);
DECLARE @partIds2 bigint = CAST(2 AS bigint);
DECLARE @partIds3 bigint = CAST(3 AS bigint);

SELECT [r].[task_id], [r].[a_connection], [r].[a_key], [r].[a_part], [r].[assignee], [r].[b_connection], [r].[b_key], [r].[b_part], [r].[closed_at], [r].[decision_id], [r].[opened_at], [r].[part_a], [r].[part_b], [r].[pattern], [r].[reason], [r].[state], [r].[weight]
FROM [reviews] AS [r]
WHERE [r].[part_b] IN (@partIds1, @partIds2, @partIds3)

-- RegistryQueries.Quarantine
DECLARE @replayed bit = CAST(1 AS bit);
DECLARE @p int = 5;

SELECT [q].[number], [q].[at], [q].[body], [q].[changed_at], [q].[code], [q].[connection], [q].[expired], [q].[expires_at], [q].[id], [q].[key], [q].[key_hash], [q].[parsed], [q].[position], [q].[replayed_at], [q].[run_id], [q].[version_number], [q].[version_text]
FROM [quarantine] AS [q]
WHERE CASE
    WHEN [q].[replayed_at] IS NOT NULL THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END = @replayed
ORDER BY [q].[number]
OFFSET @p ROWS FETCH NEXT @p ROWS ONLY

-- RegistryQueries.QuarantineOf
DECLARE @connection bigint = CAST(7 AS bigint);
DECLARE @replayed bit = CAST(1 AS bit);
DECLARE @p int = 5;

SELECT [q].[number], [q].[at], [q].[body], [q].[changed_at], [q].[code], [q].[connection], [q].[expired], [q].[expires_at], [q].[id], [q].[key], [q].[key_hash], [q].[parsed], [q].[position], [q].[replayed_at], [q].[run_id], [q].[version_number], [q].[version_text]
FROM [quarantine] AS [q]
WHERE [q].[connection] = @connection AND CASE
    WHEN [q].[replayed_at] IS NOT NULL THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END = @replayed
ORDER BY [q].[number]
OFFSET @p ROWS FETCH NEXT @p ROWS ONLY

-- RegistryQueries.QuarantineById
DECLARE @ids1 varbinary(32) = 0x01;
DECLARE @ids2 varbinary(32) = 0x02;

SELECT [q].[number], [q].[at], [q].[body], [q].[changed_at], [q].[code], [q].[connection], [q].[expired], [q].[expires_at], [q].[id], [q].[key], [q].[key_hash], [q].[parsed], [q].[position], [q].[replayed_at], [q].[run_id], [q].[version_number], [q].[version_text]
FROM [quarantine] AS [q]
WHERE [q].[id] IN (@ids1, @ids2)
ORDER BY [q].[number]

-- RegistryQueries.QuarantineNumbers
DECLARE @ids1 varbinary(32) = 0x01;
DECLARE @ids2 varbinary(32) = 0x02;

SELECT [q].[number]
FROM [quarantine] AS [q]
WHERE [q].[id] IN (@ids1, @ids2)

-- RegistryQueries.RunPages
DECLARE @runId nvarchar(200) = N'word';

SELECT [r].[run_id], [r].[page], [r].[body], [r].[connection]
FROM [run_pages] AS [r]
WHERE [r].[run_id] = @runId
ORDER BY [r].[page]

-- RegistryQueries.RunPagesOf
DECLARE @connection bigint = CAST(7 AS bigint);

SELECT [r].[run_id], [r].[page], [r].[body], [r].[connection]
FROM [run_pages] AS [r]
WHERE [r].[connection] = @connection
ORDER BY [r].[run_id], [r].[page]

-- RegistryQueries.Checkpoint
DECLARE @connection bigint = CAST(7 AS bigint);

SELECT [c].[connection], [c].[at], [c].[value]
FROM [checkpoints] AS [c]
WHERE [c].[connection] = @connection

-- RegistryQueries.Suppressions
SELECT [s].[hash]
FROM [suppressions] AS [s]

-- RegistryQueries.ActiveGoldens
SELECT [g].[golden]
FROM [goldens] AS [g]
WHERE [g].[state] = CAST(0 AS bigint)

-- RegistryQueries.AllOpenReviews
SELECT [r].[task_id], [r].[a_connection], [r].[a_key], [r].[a_part], [r].[assignee], [r].[b_connection], [r].[b_key], [r].[b_part], [r].[closed_at], [r].[decision_id], [r].[opened_at], [r].[part_a], [r].[part_b], [r].[pattern], [r].[reason], [r].[state], [r].[weight]
FROM [reviews] AS [r]
WHERE [r].[state] = CAST(0 AS bigint)

-- RegistryQueries.OpenReviews
SELECT [r].[task_id]
FROM [reviews] AS [r]
WHERE [r].[state] = CAST(0 AS bigint)

-- RegistryQueries.Quarantined
SELECT [q].[number]
FROM [quarantine] AS [q]
WHERE [q].[replayed_at] IS NULL

-- OperationsQueries.Run
DECLARE @runId nvarchar(200) = N'word';

SELECT [r].[run_id], [r].[connection], [r].[created], [r].[deleted], [r].[ended_at], [r].[failure_code], [r].[failure_detail], [r].[progress_at], [r].[quarantined], [r].[read], [r].[started_at], [r].[state], [r].[unchanged], [r].[updated]
FROM [runs] AS [r]
WHERE [r].[run_id] = @runId

-- OperationsQueries.Runs
DECLARE @connection nvarchar(4000) = N'word';
DECLARE @p int = 5;

SELECT [r].[run_id], [r].[connection], [r].[created], [r].[deleted], [r].[ended_at], [r].[failure_code], [r].[failure_detail], [r].[progress_at], [r].[quarantined], [r].[read], [r].[started_at], [r].[state], [r].[unchanged], [r].[updated]
FROM [runs] AS [r]
WHERE [r].[connection] = @connection
ORDER BY [r].[started_at] DESC, [r].[run_id] DESC
OFFSET @p ROWS FETCH NEXT @p ROWS ONLY

-- OperationsQueries.CurrentDocuments
DECLARE @kind nvarchar(200) = N'word';

SELECT [d].[kind], [d].[name], [d].[version], [d].[at], [d].[by], [d].[removed], [d].[text]
FROM [documents] AS [d]
WHERE [d].[kind] = @kind AND [d].[removed] = CAST(0 AS bigint) AND NOT EXISTS (
    SELECT 1
    FROM [documents] AS [d0]
    WHERE [d0].[kind] = @kind AND [d0].[name] = [d].[name] AND [d0].[version] > [d].[version])

-- OperationsQueries.LastDocument
DECLARE @p int = 1;
DECLARE @kind nvarchar(200) = N'word';
DECLARE @name nvarchar(200) = N'word';

SELECT TOP(@p) [d].[kind], [d].[name], [d].[version], [d].[at], [d].[by], [d].[removed], [d].[text]
FROM [documents] AS [d]
WHERE [d].[kind] = @kind AND [d].[name] = @name
ORDER BY [d].[version] DESC

-- OperationsQueries.FencedCursor
DECLARE @subscription nvarchar(200) = N'word';
DECLARE @lease nvarchar(200) = N'word';
DECLARE @holder nvarchar(4000) = N'word';

SELECT [d].[subscription], [d].[progress_at], [d].[sequence]
FROM [delivery_cursors] AS [d]
WHERE [d].[subscription] = @subscription AND EXISTS (
    SELECT 1
    FROM [leases] AS [l]
    WHERE [l].[name] = @lease AND [l].[holder] = @holder)

-- OperationsQueries.Told
DECLARE @subscription nvarchar(200) = N'word';
DECLARE @ids1 bigint = CAST(1 AS bigint);
DECLARE @ids2 bigint = CAST(2 AS bigint);
DECLARE @ids3 bigint = CAST(3 AS bigint);

SELECT [t].[subscription], [t].[golden], [t].[at], [t].[foreign_key], [t].[inside], [t].[version], [t].[written]
FROM [told_citizens] AS [t]
WHERE [t].[subscription] = @subscription AND [t].[golden] IN (@ids1, @ids2, @ids3)
ORDER BY [t].[golden]

-- OperationsQueries.ToldByForeignKey
DECLARE @subscription nvarchar(200) = N'word';
DECLARE @foreignKey nvarchar(200) = N'word';

SELECT [t].[subscription], [t].[golden], [t].[at], [t].[foreign_key], [t].[inside], [t].[version], [t].[written]
FROM [told_citizens] AS [t]
WHERE [t].[subscription] = @subscription AND [t].[foreign_key] = @foreignKey
ORDER BY [t].[golden]

-- OperationsQueries.ToldPage
DECLARE @p int = 5;
DECLARE @subscription nvarchar(200) = N'word';
DECLARE @after bigint = CAST(7 AS bigint);

SELECT TOP(@p) [t].[subscription], [t].[golden], [t].[at], [t].[foreign_key], [t].[inside], [t].[version], [t].[written]
FROM [told_citizens] AS [t]
WHERE [t].[subscription] = @subscription AND [t].[golden] > @after
ORDER BY [t].[golden]

-- OperationsQueries.Cursor
DECLARE @subscription nvarchar(200) = N'word';

SELECT [d].[subscription], [d].[progress_at], [d].[sequence]
FROM [delivery_cursors] AS [d]
WHERE [d].[subscription] = @subscription

-- OperationsQueries.Parked
DECLARE @subscription nvarchar(200) = N'word';

SELECT [p].[subscription], [p].[sequence], [p].[at], [p].[attempts], [p].[code], [p].[detail], [p].[ids]
FROM [parked_deliveries] AS [p]
WHERE [p].[subscription] = @subscription
ORDER BY [p].[sequence]

-- OperationsQueries.Audit
DECLARE @golden nvarchar(200) = N'word';
DECLARE @p int = 5;

SELECT [a].[id], [a].[action], [a].[actor], [a].[at], [a].[golden], [a].[legal_basis], [a].[position], [a].[purpose]
FROM [audit] AS [a]
WHERE [a].[golden] = @golden
ORDER BY [a].[at] DESC, [a].[position] DESC, [a].[id] DESC
OFFSET @p ROWS FETCH NEXT @p ROWS ONLY

-- OperationsQueries.Token
DECLARE @hash varbinary(32) = 0x0102;

SELECT [t].[hash], [t].[account], [t].[expires_at], [t].[role]
FROM [tokens] AS [t]
WHERE [t].[hash] = @hash

-- search all
DECLARE @p int = 40;
DECLARE @after bigint = CAST(7 AS bigint);

SELECT TOP(@p) [g0].[golden]
FROM (
    SELECT DISTINCT [g].[golden]
    FROM [goldens] AS [g]
    WHERE [g].[golden] > @after AND [g].[state] = CAST(0 AS bigint)
) AS [g0]
ORDER BY [g0].[golden]

-- search name
DECLARE @p int = 40;
DECLARE @after bigint = CAST(7 AS bigint);
DECLARE @low bigint = CAST(5805996159619096384 AS bigint);
DECLARE @high bigint = CAST(5805996162630032767 AS bigint);
DECLARE @mask bigint = CAST(4503599627372544 AS bigint);
DECLARE @year bigint = CAST(1954 AS bigint);

SELECT TOP(@p) [s].[golden]
FROM (
    SELECT DISTINCT [g1].[golden]
    FROM [golden_names] AS [g]
    INNER JOIN (
        SELECT [g0].[golden]
        FROM [goldens] AS [g0]
        WHERE [g0].[golden] > @after AND [g0].[state] = CAST(0 AS bigint)
    ) AS [g1] ON [g].[golden] = [g1].[golden]
    WHERE [g].[name] >= @low AND [g].[name] <= @high AND [g].[given] & @mask = @mask AND [g].[birth] = @year
) AS [s]
ORDER BY [s].[golden]

-- search email
DECLARE @p int = 40;
DECLARE @after bigint = CAST(7 AS bigint);
DECLARE @hash bigint = CAST(-3838121195475517067 AS bigint);

SELECT TOP(@p) [s].[golden]
FROM (
    SELECT DISTINCT [g1].[golden]
    FROM [golden_keys] AS [g]
    INNER JOIN (
        SELECT [g0].[golden]
        FROM [goldens] AS [g0]
        WHERE [g0].[golden] > @after AND [g0].[state] = CAST(0 AS bigint)
    ) AS [g1] ON [g].[golden] = [g1].[golden]
    WHERE [g].[hash] = @hash
) AS [s]
ORDER BY [s].[golden]

-- search phone
DECLARE @p int = 40;
DECLARE @after bigint = CAST(7 AS bigint);
DECLARE @hash bigint = CAST(-3901274506154190284 AS bigint);

SELECT TOP(@p) [s].[golden]
FROM (
    SELECT DISTINCT [g1].[golden]
    FROM [golden_keys] AS [g]
    INNER JOIN (
        SELECT [g0].[golden]
        FROM [goldens] AS [g0]
        WHERE [g0].[golden] > @after AND [g0].[state] = CAST(0 AS bigint)
    ) AS [g1] ON [g].[golden] = [g1].[golden]
    WHERE [g].[hash] = @hash
) AS [s]
ORDER BY [s].[golden]

-- search commune
DECLARE @p int = 40;
DECLARE @after bigint = CAST(7 AS bigint);
DECLARE @commune bigint = CAST(2191605313121589760 AS bigint);

SELECT TOP(@p) [s].[golden]
FROM (
    SELECT DISTINCT [g1].[golden]
    FROM [golden_names] AS [g]
    INNER JOIN (
        SELECT [g0].[golden]
        FROM [goldens] AS [g0]
        WHERE [g0].[golden] > @after AND [g0].[state] = CAST(0 AS bigint)
    ) AS [g1] ON [g].[golden] = [g1].[golden]
    WHERE [g].[commune] = @commune OR [g].[commune] = CAST(-1 AS bigint)
) AS [s]
ORDER BY [s].[golden]

-- search connections
DECLARE @p int = 40;
DECLARE @after bigint = CAST(7 AS bigint);
DECLARE @mask bigint = CAST(6 AS bigint);

SELECT TOP(@p) [g0].[golden]
FROM (
    SELECT DISTINCT [g].[golden]
    FROM [goldens] AS [g]
    WHERE [g].[golden] > @after AND [g].[state] = CAST(0 AS bigint) AND [g].[connections] & @mask <> CAST(0 AS bigint)
) AS [g0]
ORDER BY [g0].[golden]
