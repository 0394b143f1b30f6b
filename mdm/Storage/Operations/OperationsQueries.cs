using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Operations;

/// <summary>The operations store's queries, by what they bring.</summary>
internal static class OperationsQueries
{
    public static IQueryable<RunEntity> Run(OperationsContext context, string runId) => context.Runs.AsNoTracking().Where(row => row.RunId == runId);

    public static IQueryable<RunEntity> Runs(OperationsContext context, string? connection, int skip, int limit)
    {
        var runs = context.Runs.AsNoTracking();
        return (connection is null ? runs : runs.Where(row => row.Connection == connection))
            .OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.RunId).Skip(skip).Take(limit);
    }

    public static IQueryable<DocumentEntity> CurrentDocuments(OperationsContext context, string kind) =>
        context.Documents.AsNoTracking().Where(row => row.Kind == kind && row.Removed == 0
            && !context.Documents.Any(later => later.Kind == kind && later.Name == row.Name && later.Version > row.Version));

    public static IQueryable<DocumentEntity> LastDocument(OperationsContext context, string kind, string name) =>
        context.Documents.AsNoTracking().Where(row => row.Kind == kind && row.Name == name).OrderByDescending(row => row.Version).Take(1);

    public static IQueryable<CursorEntity> FencedCursor(OperationsContext context, string subscription, string lease, string holder) =>
        context.Cursors.Where(row => row.Subscription == subscription && context.Leases.Any(held => held.Name == lease && held.Holder == holder));

    public static IQueryable<ToldEntity> Told(OperationsContext context, string subscription, long[] ids) =>
        context.Told.AsNoTracking().Where(row => row.Subscription == subscription && ids.Contains(row.Golden)).OrderBy(row => row.Golden);

    public static IQueryable<ToldEntity> ToldByForeignKey(OperationsContext context, string subscription, string foreignKey) =>
        context.Told.AsNoTracking().Where(row => row.Subscription == subscription && row.ForeignKey == foreignKey).OrderBy(row => row.Golden);

    public static IQueryable<ToldEntity> ToldPage(OperationsContext context, string subscription, long after, int limit) =>
        context.Told.AsNoTracking().Where(row => row.Subscription == subscription && row.Golden > after).OrderBy(row => row.Golden).Take(limit);

    public static IQueryable<CursorEntity> Cursor(OperationsContext context, string subscription) =>
        context.Cursors.AsNoTracking().Where(row => row.Subscription == subscription);

    public static IQueryable<ParkedEntity> Parked(OperationsContext context, string subscription) =>
        context.Parked.AsNoTracking().Where(row => row.Subscription == subscription).OrderBy(row => row.Sequence);

    public static IQueryable<AuditEntity> Audit(OperationsContext context, string? golden, int skip, int limit)
    {
        var lines = context.Audit.AsNoTracking();
        return (golden is null ? lines : lines.Where(row => row.Golden == golden))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Position).ThenByDescending(row => row.Id).Skip(skip).Take(limit);
    }

    public static IQueryable<TokenEntity> Token(OperationsContext context, byte[] hash) => context.Tokens.AsNoTracking().Where(row => row.Hash == hash);
}
