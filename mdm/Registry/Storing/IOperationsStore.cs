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

    /// <summary>The cursor of a subscription, and what is parked.</summary>
    Task<DeliveryCursor?> FindCursorAsync(string subscription, CancellationToken cancellationToken);

    Task SaveCursorAsync(DeliveryCursor cursor, CancellationToken cancellationToken);

    Task SaveParkedAsync(ParkedDelivery parked, CancellationToken cancellationToken);

    Task<IReadOnlyList<ParkedDelivery>> ListParkedAsync(string subscription, CancellationToken cancellationToken);

    Task RemoveParkedAsync(string subscription, long sequence, CancellationToken cancellationToken);

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
