using System.Collections.Concurrent;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Hub.Fakes;

/// <summary>The operations store in memory.</summary>
internal sealed class MemoryOperations : IOperationsStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RunRow> _runs = [];
    private readonly List<DocumentRow> _documents = [];
    private readonly Dictionary<string, DeliveryCursor> _cursors = [];
    private readonly SortedDictionary<(string, long), ParkedDelivery> _parked = [];
    private readonly Dictionary<string, (string Holder, DateTimeOffset Until)> _leases = [];

    private readonly SortedDictionary<(string, GoldenId), ToldCitizen> _told = [];

    public ConcurrentQueue<AuditRow> Audit { get; } = [];

    public Exception? AuditFails { get; set; }

    public int AuditWrites { get; private set; }

    public Task SaveRunAsync(RunRow run, CancellationToken cancellationToken) => Do(() => _runs[run.RunId] = run);

    public Task<RunRow?> FindRunAsync(string runId, CancellationToken cancellationToken) => Do(() => _runs.GetValueOrDefault(runId));

    public Task<IReadOnlyList<RunRow>> ListRunsAsync(string? connection, int skip, int limit, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<RunRow>>(() => [.. _runs.Values.Where(run => connection is null || run.Connection == connection).OrderByDescending(run => run.StartedAt).Skip(skip).Take(limit)]);

    public Task SaveDocumentAsync(DocumentRow document, CancellationToken cancellationToken) => Do(() => { _documents.Add(document); return 0; });

    public Task<IReadOnlyList<DocumentRow>> ListDocumentsAsync(string kind, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<DocumentRow>>(() => [.. _documents.Where(row => row.Kind == kind).GroupBy(row => row.Name).Select(rows => rows.MaxBy(row => row.Version)!).Where(row => !row.Removed)]);

    public Task<DocumentRow?> FindDocumentAsync(string kind, string name, CancellationToken cancellationToken) =>
        Do(() => _documents.Where(row => row.Kind == kind && row.Name == name).MaxBy(row => row.Version));

    public Task<bool> TrySaveCursorAsync(DeliveryCursor cursor, string lease, string holder, CancellationToken cancellationToken) => Do(() =>
    {
        var held = _leases.TryGetValue(lease, out var row) && row.Holder == holder;
        if (held)
        {
            _cursors[cursor.Subscription] = cursor;
        }

        return held;
    });

    public Task<ParkedCount> CountParkedAsync(string subscription, CancellationToken cancellationToken) => Do(() =>
    {
        var rows = _parked.Values.Where(row => row.Subscription == subscription).ToList();
        return new ParkedCount(rows.Count, rows.Count == 0 ? null : rows.Min(row => row.At));
    });

    public Task<IReadOnlyList<ToldCitizen>> FindToldAsync(string subscription, IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<ToldCitizen>>(() => [.. ids.Distinct().Order().Select(id => _told.GetValueOrDefault((subscription, id))).OfType<ToldCitizen>()]);

    public Task<ToldCitizen?> FindToldByForeignKeyAsync(string subscription, string foreignKey, CancellationToken cancellationToken) =>
        Do(() => _told.Values.FirstOrDefault(row => row.Subscription == subscription && row.ForeignKey == foreignKey));

    public Task<IReadOnlyList<ToldCitizen>> ListToldAsync(string subscription, GoldenId? after, int limit, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<ToldCitizen>>(() => [.. _told.Values.Where(row => row.Subscription == subscription && row.Golden.CompareTo(after ?? new GoldenId(-1)) > 0).OrderBy(row => row.Golden).Take(limit)]);

    public Task SaveToldAsync(ToldCitizen told, CancellationToken cancellationToken) => Do(() => _told[(told.Subscription, told.Golden)] = told);

    public Task<DeliveryCursor?> FindCursorAsync(string subscription, CancellationToken cancellationToken) => Do(() => _cursors.GetValueOrDefault(subscription));

    public Task SaveCursorAsync(DeliveryCursor cursor, CancellationToken cancellationToken) => Do(() => _cursors[cursor.Subscription] = cursor);

    public Task SaveParkedAsync(ParkedDelivery parked, CancellationToken cancellationToken) => Do(() => _parked[(parked.Subscription, parked.Sequence)] = parked);

    public Task<IReadOnlyList<ParkedDelivery>> ListParkedAsync(string subscription, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<ParkedDelivery>>(() => [.. _parked.Values.Where(row => row.Subscription == subscription)]);

    public Task RemoveParkedAsync(string subscription, long sequence, CancellationToken cancellationToken) => Do(() => _parked.Remove((subscription, sequence)));

    public Task AppendAuditAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken) => Do(() =>
    {
        if (AuditFails is not null)
        {
            throw AuditFails;
        }

        AuditWrites++;
        foreach (var row in rows)
        {
            Audit.Enqueue(row);
        }

        return 0;
    });

    public Task<IReadOnlyList<AuditRow>> ListAuditAsync(string? golden, int skip, int limit, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<AuditRow>>(() => [.. Audit.Reverse().Where(row => golden is null || row.Golden == golden).Skip(skip).Take(limit)]);

    public Task<bool> TryHoldLeaseAsync(string name, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => Do(() =>
    {
        var free = !_leases.TryGetValue(name, out var lease) || lease.Holder == holder || lease.Until < now;
        if (free)
        {
            _leases[name] = (holder, until);
        }

        return free;
    });

    public Task<TokenRow?> RedeemTokenAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException("the hub redeems no token");

    public Task SaveTokenAsync(TokenRow token, CancellationToken cancellationToken) => throw new NotSupportedException("the hub makes no token");

    private Task<T> Do<T>(Func<T> action)
    {
        lock (_gate)
        {
            return Task.FromResult(action());
        }
    }
}
