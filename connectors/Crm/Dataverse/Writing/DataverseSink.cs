using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>Writes contacts: under their own id where the hub knows it, else by the alternate key that holds the golden id; merges, deactivates, brings back, erases.</summary>
internal sealed class DataverseSink : HttpSink, IAsyncDisposable
{
    private readonly DataverseSettings _settings;
    private readonly DataverseTable _table;
    private readonly DataverseBatcher _batcher;
    private readonly ContactRemover _remover;

    public DataverseSink(DataverseSettings settings, HttpLink link, ConnectionContext context)
    {
        _settings = settings;
        _table = new DataverseTable(settings);
        _batcher = new DataverseBatcher(link, settings.Write.Batch, settings.Concurrency);
        _remover = new ContactRemover(settings, _table, _batcher, context);
    }

    public ValueTask DisposeAsync() => _batcher.DisposeAsync();

    /// <summary>Writes a contact that names nobody, and deletes it again.</summary>
    /// <exception cref="HttpFailureException">One of the two is not allowed.</exception>
    public async Task TryAsync(CancellationToken cancellationToken)
    {
        var request = _table.Upsert(_table.ById(Guid.NewGuid()), new JsonObject { [ContactColumns.LastName] = "IntegrationHub" }, onlyThere: false);
        var made = _table.Stored((await _batcher.SendAsync(request, cancellationToken)).Json());
        (await _batcher.SendAsync(DataverseTable.Delete(_table.ById(Guid.Parse(made.Key))), cancellationToken)).Ensure();
    }

    protected override async Task<SinkOutcome> PutAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        if (record.Deleted)
        {
            return await _remover.RemoveAsync(record, cancellationToken);
        }

        var fields = new ContactFields(record, _settings.Write);
        return Guid.TryParse(record.ForeignKey, out var id)
            ? await UpdateAsync(record, id, fields, cancellationToken)
            : await UpsertAsync(record, fields, cancellationToken);
    }

    private async Task<SinkOutcome> UpdateAsync(OutgoingRecord record, Guid id, ContactFields fields, CancellationToken cancellationToken)
    {
        var columns = fields.Changed;
        if (columns.Count == 0)
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, id.ToString()) { Left = fields.Left };
        }

        if (record.Changed is null)
        {
            columns[_settings.Write.Key] = record.Key;
        }

        var update = _table.Upsert(_table.ById(id), columns, onlyThere: true);
        var answer = await _batcher.SendAsync(update, cancellationToken);
        if (answer.Missing)
        {
            // Deleted there meanwhile: the subscription still covers the person, so it gets a contact anew.
            return await UpsertAsync(record, fields, cancellationToken);
        }

        if (answer.Failure?.Code == DataverseErrors.KeyHeld && await TakeKeyAsync(record.Key, id, update, cancellationToken) is { } taken)
        {
            answer = taken;
        }

        return Written(answer, fields);
    }

    private async Task<SinkOutcome> UpsertAsync(OutgoingRecord record, ContactFields fields, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(record.FormerKey, out var former))
        {
            await ReleaseKeyAsync(record.Key, former, cancellationToken);
        }

        var columns = fields.All;
        columns.Remove(_settings.Write.Key); // the address says it
        return Written(await _batcher.SendAsync(_table.Upsert(_table.ByKey(record.Key), columns, onlyThere: false), cancellationToken), fields);
    }

    // The key passes from one contact to the other in one change set: nobody sees it on both, or on none.
    private async Task<DataverseAnswer?> TakeKeyAsync(string golden, Guid id, DataverseRequest update, CancellationToken cancellationToken)
    {
        var holder = await _batcher.SendAsync(_table.Look(_table.ByKey(golden)), cancellationToken);
        if (holder.Failure is not null || _table.Stored(holder.Json()).Key is var key && (!Guid.TryParse(key, out var held) || held == id))
        {
            return null;
        }

        return (await _batcher.SendAsync([_table.Upsert(_table.ById(Guid.Parse(key)), new JsonObject { [_settings.Write.Key] = null }, onlyThere: true), update], cancellationToken))[^1];
    }

    private async Task ReleaseKeyAsync(string golden, Guid former, CancellationToken cancellationToken)
    {
        var seen = await _batcher.SendAsync(_table.Look(_table.ById(former)), cancellationToken);
        if (!seen.Missing && seen.Json().TryGetProperty(_settings.Write.Key, out var bears) && bears.ValueKind == JsonValueKind.String
            && string.Equals(bears.GetString(), golden, StringComparison.OrdinalIgnoreCase))
        {
            (await _batcher.SendAsync(_table.Upsert(_table.ById(former), new JsonObject { [_settings.Write.Key] = null }, onlyThere: true), cancellationToken)).Ensure();
        }
    }

    private SinkOutcome.Written Written(DataverseAnswer answer, ContactFields fields)
    {
        var stored = _table.Stored(answer.Json());
        return new SinkOutcome.Written(answer.Status == 201 ? SinkEffect.Created : SinkEffect.Updated, stored.Key) { Stored = stored, Left = fields.Left, Issues = fields.Issues };
    }
}
