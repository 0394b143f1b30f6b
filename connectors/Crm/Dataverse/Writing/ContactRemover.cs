using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>Takes contacts away: merged into another, set inactive, deleted or made nobody's.</summary>
internal sealed class ContactRemover(DataverseSettings settings, DataverseTable table, DataverseBatcher batcher, ConnectionContext context)
{
    private const string Type = "Microsoft.Dynamics.CRM.contact";
    private const string Nobody = "(personne effacée)";

    public async Task<SinkOutcome> RemoveAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        var address = Guid.TryParse(record.ForeignKey, out var id) ? table.ById(id) : table.ByKey(record.Key);
        if (Deletes(record.Leaving))
        {
            return await DeleteAsync(address, cancellationToken);
        }

        if (record.Leaving == Leaving.Gone && settings.Write.Leaving == DataverseLeaving.Keep)
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, record.ForeignKey);
        }

        // What can be done twice only at a price is looked at first.
        var seen = await batcher.SendAsync(table.Look(address), cancellationToken);
        if (seen.Missing)
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, null);
        }

        var row = seen.Json();
        var contact = Guid.Parse(row.GetProperty(settings.Id).GetString()!);
        return record.Leaving switch
        {
            Leaving.Erased => await SetAsync(contact, Anonymous(), cancellationToken),
            _ when IsInactive(row) => new SinkOutcome.Written(SinkEffect.Unchanged, contact.ToString()),
            Leaving.Merged when await TargetAsync(record, contact, cancellationToken) is { } target => await MergeAsync(contact, target, cancellationToken),
            Leaving.Merged when record.Into is { ForeignKey: { } same } && Guid.TryParse(same, out var own) && own == contact => new SinkOutcome.Written(SinkEffect.Unchanged, contact.ToString()),
            _ => await SetAsync(contact, Inactive(), cancellationToken),
        };
    }

    private bool Deletes(Leaving leaving) => leaving switch
    {
        Leaving.Erased => settings.Write.Erasure == DataverseErasure.Delete,
        Leaving.Gone => settings.Write.Leaving == DataverseLeaving.Delete,
        _ => false,
    };

    private async Task<SinkOutcome> DeleteAsync(string address, CancellationToken cancellationToken)
    {
        var answer = await batcher.SendAsync(DataverseTable.Delete(address), cancellationToken);
        if (!answer.Missing)
        {
            answer.Ensure();
        }

        return new SinkOutcome.Written(answer.Missing ? SinkEffect.Unchanged : SinkEffect.Deleted, null);
    }

    private async Task<SinkOutcome> SetAsync(Guid contact, JsonObject columns, CancellationToken cancellationToken)
    {
        var answer = await batcher.SendAsync(table.Upsert(table.ById(contact), columns, onlyThere: true), cancellationToken);
        if (!answer.Missing)
        {
            answer.Ensure();
        }

        return new SinkOutcome.Written(answer.Missing ? SinkEffect.Unchanged : SinkEffect.Deleted, contact.ToString());
    }

    /// <summary>The survivor's contact, where a merge is possible: another contact, active.</summary>
    private async Task<Guid?> TargetAsync(OutgoingRecord record, Guid contact, CancellationToken cancellationToken)
    {
        if (record.Into is not { } into)
        {
            return null;
        }

        var seen = await batcher.SendAsync(table.Look(Guid.TryParse(into.ForeignKey, out var id) ? table.ById(id) : table.ByKey(into.Key)), cancellationToken);
        if (seen.Missing)
        {
            return null;
        }

        var row = seen.Json();
        var target = Guid.Parse(row.GetProperty(settings.Id).GetString()!);
        return target == contact || IsInactive(row) ? null : target;
    }

    private async Task<SinkOutcome> MergeAsync(Guid contact, Guid target, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["Target"] = Reference(target), ["Subordinate"] = Reference(contact), ["PerformParentingChecks"] = false };
        var answer = await batcher.SendAsync(new DataverseRequest(HttpMethod.Post, "Merge", Encoding.UTF8.GetBytes(body.ToJsonString())), cancellationToken);
        if (answer.Failure is { Kind: FailureKind.Refused })
        {
            // Its answer may have been lost before: then the merge is done, and cannot be done again.
            var now = (await batcher.SendAsync(table.Look(table.ById(contact)), cancellationToken)).Json();
            if (!IsInactive(now) || !Guid.TryParse(Text(now, "_masterid_value"), out var master) || master != target)
            {
                answer.Ensure();
            }
        }
        else
        {
            answer.Ensure();
        }

        Log.Merged(context.Log, context.Connection, contact, target);
        return new SinkOutcome.Written(SinkEffect.Deleted, contact.ToString());
    }

    private JsonObject Reference(Guid contact) => new() { [settings.Id] = contact.ToString(), ["@odata.type"] = Type };

    private static JsonObject Inactive() => new() { [ContactColumns.State] = 1, [ContactColumns.Status] = 2 };

    private JsonObject Anonymous()
    {
        var columns = Inactive();
        foreach (var column in ContactColumns.Lengths.Keys.Concat(ContactColumns.Others).Concat(settings.Columns).Append(settings.Write.Key)
            .Where(column => column != settings.Id && !ContactColumns.Own.Contains(column) && !column.StartsWith(ContactColumns.Refusals, StringComparison.Ordinal)))
        {
            columns[column] = null;
        }

        columns[ContactColumns.LastName] = Nobody; // Dynamics wants one
        return columns;
    }

    private static bool IsInactive(JsonElement row) => row.TryGetProperty(ContactColumns.State, out var state) && state.ValueKind == JsonValueKind.Number && state.GetInt32() == 1;

    private static string? Text(JsonElement row, string column) => row.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
