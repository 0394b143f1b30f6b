using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Providers;

namespace IntegrationHub.Mdm.Storage.Operations;

/// <summary>The operations face: short transactions through EF, an update first and an insert when there was nothing to update.</summary>
internal sealed partial class OperationsStore(StorageEngine engine) : IOperationsStore
{
    public async Task SaveRunAsync(RunRow run, CancellationToken cancellationToken)
    {
        var entity = OperationsMapper.Run(run);
        await SaveAsync(
            entity,
            context => context.Runs.Where(row => row.RunId == entity.RunId).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, entity.State).SetProperty(row => row.EndedAt, entity.EndedAt).SetProperty(row => row.ProgressAt, entity.ProgressAt)
                    .SetProperty(row => row.Read, entity.Read).SetProperty(row => row.Created, entity.Created).SetProperty(row => row.Updated, entity.Updated)
                    .SetProperty(row => row.Unchanged, entity.Unchanged).SetProperty(row => row.Deleted, entity.Deleted).SetProperty(row => row.Quarantined, entity.Quarantined)
                    .SetProperty(row => row.FailureCode, entity.FailureCode).SetProperty(row => row.FailureDetail, entity.FailureDetail),
                cancellationToken),
            cancellationToken);
    }

    public async Task<RunRow?> FindRunAsync(string runId, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var row = await OperationsQueries.Run(context, StoredText.Write(runId)).SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : OperationsMapper.Run(row);
    }

    public async Task<IReadOnlyList<RunRow>> ListRunsAsync(string? connection, int skip, int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var rows = await OperationsQueries.Runs(context, connection is null ? null : StoredText.Write(connection), skip, limit).ToListAsync(cancellationToken);
        return [.. rows.Select(OperationsMapper.Run)];
    }

    public async Task SaveDocumentAsync(DocumentRow document, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        context.Documents.Add(OperationsMapper.Document(document));
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<DocumentRow>> ListDocumentsAsync(string kind, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var rows = await OperationsQueries.CurrentDocuments(context, StoredText.Write(kind)).ToListAsync(cancellationToken);
        return [.. rows.Select(OperationsMapper.Document).OrderBy(document => document.Name, StringComparer.Ordinal)];
    }

    public async Task<DocumentRow?> FindDocumentAsync(string kind, string name, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var row = await OperationsQueries.LastDocument(context, StoredText.Write(kind), StoredText.Write(name)).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : OperationsMapper.Document(row);
    }

    public async Task<DeliveryCursor?> FindCursorAsync(string subscription, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var row = await OperationsQueries.Cursor(context, StoredText.Write(subscription)).SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : new DeliveryCursor(subscription, row.Sequence, row.ProgressAt.ToInstant());
    }

    public async Task SaveCursorAsync(DeliveryCursor cursor, CancellationToken cancellationToken)
    {
        var entity = new CursorEntity { Subscription = StoredText.Write(cursor.Subscription), Sequence = cursor.Sequence, ProgressAt = cursor.ProgressAt.ToMicros() };
        await SaveAsync(
            entity,
            context => context.Cursors.Where(row => row.Subscription == entity.Subscription).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Sequence, entity.Sequence).SetProperty(row => row.ProgressAt, entity.ProgressAt), cancellationToken),
            cancellationToken);
    }

    public async Task SaveParkedAsync(ParkedDelivery parked, CancellationToken cancellationToken)
    {
        var entity = OperationsMapper.Parked(parked);
        await SaveAsync(
            entity,
            context => context.Parked.Where(row => row.Subscription == entity.Subscription && row.Sequence == entity.Sequence).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Ids, entity.Ids).SetProperty(row => row.Code, entity.Code).SetProperty(row => row.Detail, entity.Detail)
                    .SetProperty(row => row.Attempts, entity.Attempts).SetProperty(row => row.At, entity.At),
                cancellationToken),
            cancellationToken);
    }

    public async Task<IReadOnlyList<ParkedDelivery>> ListParkedAsync(string subscription, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var rows = await OperationsQueries.Parked(context, StoredText.Write(subscription)).ToListAsync(cancellationToken);
        return [.. rows.Select(OperationsMapper.Parked)];
    }

    public async Task RemoveParkedAsync(string subscription, long sequence, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var name = StoredText.Write(subscription);
        await context.Parked.Where(row => row.Subscription == name && row.Sequence == sequence).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task AppendAuditAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        context.Audit.AddRange(rows.Select((row, position) => OperationsMapper.Audit(row, position)));
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AuditRow>> ListAuditAsync(string? golden, int skip, int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var rows = await OperationsQueries.Audit(context, golden is null ? null : StoredText.Write(golden), skip, limit).ToListAsync(cancellationToken);
        return [.. rows.Select(OperationsMapper.Audit)];
    }

    public async Task<bool> TryHoldLeaseAsync(string name, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var entity = new LeaseEntity { Name = StoredText.Write(name), Holder = StoredText.Write(holder), Until = until.ToMicros() };
        var at = now.ToMicros();
        await using var context = engine.OpenOperations();
        var taken = await context.Leases
            .Where(row => row.Name == entity.Name && (row.Holder == entity.Holder || row.Until < at))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Holder, entity.Holder).SetProperty(row => row.Until, entity.Until), cancellationToken);
        return taken == 1 || await TryAddAsync(context, entity, cancellationToken);
    }

    public async Task<TokenRow?> RedeemTokenAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        var row = await OperationsQueries.Token(context, hash).SingleOrDefaultAsync(cancellationToken);
        // Who deletes the row has redeemed the token; two at once cannot both delete it.
        return row is not null
            && await context.Tokens.Where(token => token.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1
            && row.ExpiresAt > now.ToMicros()
                ? new TokenRow(row.Hash, StoredText.Read(row.Account), StoredText.Read(row.Role), row.ExpiresAt.ToInstant())
                : null;
    }

    public async Task SaveTokenAsync(TokenRow token, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenOperations();
        context.Tokens.Add(new TokenEntity
        {
            Hash = token.Hash, Account = StoredText.Write(token.Account), Role = StoredText.Write(token.Role), ExpiresAt = token.ExpiresAt.ToMicros(),
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task SaveAsync<T>(T entity, Func<Schema.OperationsContext, Task<int>> update, CancellationToken cancellationToken)
        where T : class
    {
        await using var context = engine.OpenOperations();
        if (await update(context) == 0 && !await TryAddAsync(context, entity, cancellationToken))
        {
            // Another node inserted the row between our update and our insert.
            await update(context);
        }
    }

    private async Task<bool> TryAddAsync<T>(Schema.OperationsContext context, T entity, CancellationToken cancellationToken)
        where T : class
    {
        context.Add(entity);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception.GetBaseException()))
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }
}
