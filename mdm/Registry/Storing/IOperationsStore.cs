using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>The third face of the storage port: what the hub keeps beside the registry. On the embedded default it is a second file.</summary>
public interface IOperationsStore
{
    Task SaveRunAsync(RunRow run, CancellationToken cancellationToken);

    Task<RunRow?> FindRunAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Runs, newest first; of one connection when it is named.</summary>
    Task<IReadOnlyList<RunRow>> ListRunsAsync(string? connection, int skip, int limit, CancellationToken cancellationToken);

    /// <summary>Keeps a new version of a configuration document; the greatest version is current.</summary>
    Task SaveDocumentAsync(DocumentRow document, CancellationToken cancellationToken);

    /// <summary>Current documents of a kind (<c>connection</c>, <c>mapping</c>, <c>subscription</c>, <c>key</c>, <c>model</c>, <c>policy</c>), by name.</summary>
    Task<IReadOnlyList<DocumentRow>> ListDocumentsAsync(string kind, CancellationToken cancellationToken);

    /// <summary>The greatest version of a document, removed or not; null when the name was never used.</summary>
    Task<DocumentRow?> FindDocumentAsync(string kind, string name, CancellationToken cancellationToken);

    /// <summary>The cursor of a subscription, and what is parked.</summary>
    Task<DeliveryCursor?> FindCursorAsync(string subscription, CancellationToken cancellationToken);

    Task SaveCursorAsync(DeliveryCursor cursor, CancellationToken cancellationToken);

    /// <summary>Saves the cursor only while <paramref name="holder"/> holds the lease: a node that was replaced and has not noticed moves nothing.</summary>
    /// <returns>False when another node holds the lease.</returns>
    Task<bool> TrySaveCursorAsync(DeliveryCursor cursor, string lease, string holder, CancellationToken cancellationToken);

    Task SaveParkedAsync(ParkedDelivery parked, CancellationToken cancellationToken);

    Task<IReadOnlyList<ParkedDelivery>> ListParkedAsync(string subscription, CancellationToken cancellationToken);

    Task<ParkedCount> CountParkedAsync(string subscription, CancellationToken cancellationToken);

    Task RemoveParkedAsync(string subscription, long sequence, CancellationToken cancellationToken);

    /// <summary>What a subscription was last told of these citizens; those it was never told of are left out.</summary>
    Task<IReadOnlyList<ToldCitizen>> FindToldAsync(string subscription, IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken);

    /// <summary>Who stands behind a record of the system a subscription writes to; null when the hub never wrote it.</summary>
    Task<ToldCitizen?> FindToldByForeignKeyAsync(string subscription, string foreignKey, CancellationToken cancellationToken);

    /// <summary>What a subscription was told, in id order after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<ToldCitizen>> ListToldAsync(string subscription, GoldenId? after, int limit, CancellationToken cancellationToken);

    Task SaveToldAsync(ToldCitizen told, CancellationToken cancellationToken);

    /// <summary>Appends to the access log: who viewed or changed whom, for which purpose.</summary>
    Task AppendAuditAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken);

    /// <summary>The access log, newest first; of one golden id when it is named.</summary>
    Task<IReadOnlyList<AuditRow>> ListAuditAsync(string? golden, int skip, int limit, CancellationToken cancellationToken);

    /// <summary>Takes or renews a named lease in one conditional write: it succeeds when the lease is free, ended before <paramref name="now"/>, or held by <paramref name="holder"/> already.</summary>
    /// <remarks>The lease says who should write; the registry's epoch, raised at take-over, is what stops a writer that has not noticed.</remarks>
    Task<bool> TryHoldLeaseAsync(string name, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Uses a one-time token up.</summary>
    /// <returns>The token's row, or null when it is unknown, used or expired.</returns>
    Task<TokenRow?> RedeemTokenAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken);

    Task SaveTokenAsync(TokenRow token, CancellationToken cancellationToken);
}
