using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>The registry's queries, by what they bring. Texts are never ordered by a database: that order is ordinal and made in memory.</summary>
internal static class RegistryQueries
{
    public static IQueryable<StateEntity> State(RegistryContext context) => context.State.AsNoTracking().Where(row => row.Id == 1);

    public static IQueryable<ConnectionEntity> Connections(RegistryContext context) => context.Connections.AsNoTracking();

    public static IQueryable<ConnectionEntity> Connection(RegistryContext context, string name) => context.Connections.AsNoTracking().Where(row => row.Name == name);

    public static IQueryable<PartEntity> LiveParts(RegistryContext context) =>
        context.Parts.AsNoTracking().Where(part => part.Golden != null && part.Matchable == 1).OrderBy(part => part.PartId);

    public static IQueryable<PairEntity> Pairs(RegistryContext context) => context.Pairs.AsNoTracking().OrderBy(pair => pair.Younger).ThenBy(pair => pair.Older);

    public static IQueryable<DecisionEntity> Decisions(RegistryContext context) => context.Decisions.AsNoTracking().OrderBy(decision => decision.DecisionId);

    public static IQueryable<DecisionEntity> DecisionPage(RegistryContext context, int skip, int limit) =>
        context.Decisions.AsNoTracking().OrderByDescending(decision => decision.DecisionId).Skip(skip).Take(limit);

    public static IQueryable<DecisionEntity> Decision(RegistryContext context, long id) => context.Decisions.AsNoTracking().Where(decision => decision.DecisionId == id);

    public static IQueryable<RecordEntity> Records(RegistryContext context, byte[][] keyHashes) =>
        context.Records.AsNoTracking().Where(record => keyHashes.Contains(record.KeyHash));

    public static IQueryable<byte[]> KeyHashes(RegistryContext context) => context.Records.Select(record => record.KeyHash);

    public static IQueryable<long> LiveConnectionsOf(RegistryContext context, long[] recordIds) =>
        context.Records.Where(record => recordIds.Contains(record.RecordId) && record.Deleted == 0).Select(record => record.Connection);

    public static IQueryable<PartEntity> PartsOfRecords(RegistryContext context, long[] recordIds) =>
        context.Parts.AsNoTracking().Where(part => recordIds.Contains(part.RecordId)).OrderBy(part => part.PartId);

    public static IQueryable<PartEntity> Parts(RegistryContext context, long[] partIds) =>
        context.Parts.AsNoTracking().Where(part => partIds.Contains(part.PartId)).OrderBy(part => part.PartId);

    public static IQueryable<GoldenVersionEntity> Goldens(RegistryContext context, long[] ids) =>
        from golden in context.Goldens
        join version in context.GoldenVersions.AsNoTracking() on golden.Row equals version.Row
        where ids.Contains(golden.Golden)
        orderby golden.Golden
        select version;

    public static IQueryable<GoldenVersionEntity> AllGoldens(RegistryContext context, long after, int limit) =>
        (from golden in context.Goldens
         join version in context.GoldenVersions.AsNoTracking() on golden.Row equals version.Row
         where golden.Golden > after
         orderby golden.Golden
         select version).Take(limit);

    public static IQueryable<GoldenVersionEntity> Versions(RegistryContext context, long[] rows) =>
        context.GoldenVersions.AsNoTracking().Where(version => rows.Contains(version.Row));

    public static IQueryable<GoldenHead> Heads(RegistryContext context, long[] ids) =>
        from golden in context.Goldens
        join version in context.GoldenVersions on golden.Row equals version.Row
        where ids.Contains(golden.Golden)
        select new GoldenHead
        {
            Golden = golden.Golden, Row = golden.Row, State = golden.State, LastChange = golden.LastChange, Connections = golden.Connections,
            MergedInto = golden.State == (long)GoldenState.Merged ? version.MergedInto : null, Terms = Searching.SearchTerms.Read(version.Terms),
        };

    public static IQueryable<long> Retired(RegistryContext context, long[] into) =>
        context.Retired.Where(row => into.Contains(row.MergedInto)).Select(row => row.Golden);

    public static IQueryable<long> ByKey(RegistryContext context, long hash) =>
        context.GoldenKeys.Where(row => row.Hash == hash).OrderBy(row => row.Golden).Select(row => row.Golden);

    public static IQueryable<LinkedEntity> Linked(RegistryContext context, long[] recordIds) =>
        context.Linked.AsNoTracking().Where(row => recordIds.Contains(row.RecordId)).OrderBy(row => row.RecordId);

    public static IQueryable<ChangeEntity> Changes(RegistryContext context, long after, int limit) =>
        context.Changes.AsNoTracking().Where(change => change.Sequence > after).OrderBy(change => change.Sequence).Take(limit);

    public static IQueryable<ChangeEntity> ChangesAt(RegistryContext context, long[] sequences) =>
        context.Changes.AsNoTracking().Where(change => sequences.Contains(change.Sequence));

    public static IQueryable<long> TouchesOf(RegistryContext context, long golden) =>
        context.ChangeTouches.Where(touch => touch.Golden == golden).Select(touch => touch.Sequence);

    public static IQueryable<long?> LastChangeOf(RegistryContext context, long golden) =>
        context.Goldens.Where(row => row.Golden == golden).Select(row => row.LastChange);

    public static IQueryable<ReviewEntity> Reviews(RegistryContext context, long state, int skip, int limit) =>
        context.Reviews.AsNoTracking().Where(review => review.State == state)
            .OrderByDescending(review => review.Weight).ThenBy(review => review.TaskId).Skip(skip).Take(limit);

    public static IQueryable<ReviewEntity> Review(RegistryContext context, long id) => context.Reviews.AsNoTracking().Where(review => review.TaskId == id);

    // In every state: with the state in the condition SQLite walks all open tasks instead of looking the parts up.
    public static IQueryable<ReviewEntity> ReviewsByA(RegistryContext context, long[] partIds) =>
        context.Reviews.AsNoTracking().Where(review => partIds.Contains(review.PartA));

    public static IQueryable<ReviewEntity> ReviewsByB(RegistryContext context, long?[] partIds) =>
        context.Reviews.AsNoTracking().Where(review => partIds.Contains(review.PartB));

    public static IQueryable<QuarantineEntity> Quarantine(RegistryContext context, bool replayed, int skip, int limit) =>
        context.Quarantine.AsNoTracking().Where(row => (row.ReplayedAt != null) == replayed).OrderBy(row => row.Number).Skip(skip).Take(limit);

    public static IQueryable<QuarantineEntity> QuarantineOf(RegistryContext context, long connection, bool replayed, int skip, int limit) =>
        context.Quarantine.AsNoTracking().Where(row => row.Connection == connection && (row.ReplayedAt != null) == replayed)
            .OrderBy(row => row.Number).Skip(skip).Take(limit);

    public static IQueryable<QuarantineEntity> QuarantineById(RegistryContext context, byte[][] ids) =>
        context.Quarantine.AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Number);

    public static IQueryable<long> QuarantineNumbers(RegistryContext context, byte[][] ids) =>
        context.Quarantine.Where(row => ids.Contains(row.Id)).Select(row => row.Number);

    public static IQueryable<RunPageEntity> RunPages(RegistryContext context, string runId) =>
        context.RunPages.AsNoTracking().Where(page => page.RunId == runId).OrderBy(page => page.Page);

    public static IQueryable<RunPageEntity> RunPagesOf(RegistryContext context, long connection) =>
        context.RunPages.AsNoTracking().Where(page => page.Connection == connection).OrderBy(page => page.RunId).ThenBy(page => page.Page);

    public static IQueryable<CheckpointEntity> Checkpoint(RegistryContext context, long connection) =>
        context.Checkpoints.AsNoTracking().Where(row => row.Connection == connection);

    public static IQueryable<byte[]> Suppressions(RegistryContext context) => context.Suppressions.Select(row => row.Hash);

    public static IQueryable<long> ActiveGoldens(RegistryContext context) =>
        context.Goldens.Where(row => row.State == (long)GoldenState.Active).Select(row => row.Golden);

    public static IQueryable<ReviewEntity> AllOpenReviews(RegistryContext context) =>
        context.Reviews.AsNoTracking().Where(row => row.State == (long)ReviewState.Open);

    public static IQueryable<long> OpenReviews(RegistryContext context) =>
        context.Reviews.Where(row => row.State == (long)ReviewState.Open).Select(row => row.TaskId);

    public static IQueryable<long> Quarantined(RegistryContext context) =>
        context.Quarantine.Where(row => row.ReplayedAt == null).Select(row => row.Number);
}
