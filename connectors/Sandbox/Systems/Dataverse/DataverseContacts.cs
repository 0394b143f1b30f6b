using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>What can be asked of the contact table, one operation at a time.</summary>
internal sealed partial class DataverseContacts(DataverseStore store, DataverseColumns columns, DataversePages pages, SandboxContext context)
{
    public DataverseReply Answer(DataverseCall call)
    {
        if (call.Path == "WhoAmI()" || call.Path == "WhoAmI")
        {
            return new DataverseReply(200, new JsonObject { ["@odata.context"] = $"{context.Address}api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse", ["UserId"] = Guid.Empty.ToString(), ["OrganizationId"] = Guid.Empty.ToString() });
        }

        if (call.Path == "Merge" && call.Method == "POST")
        {
            lock (store.Gate)
            {
                return DataverseMerge.Run(call, store, columns);
            }
        }

        if (call.Path == "contacts")
        {
            return call.Method switch
            {
                "GET" => pages.List(call),
                "POST" => Create(call),
                _ => new DataverseReply(405),
            };
        }

        if (One().Match(call.Path) is not { Success: true } match)
        {
            return DataverseErrors.NoResource(call.Path.Split('(', '/')[0]);
        }

        lock (store.Gate)
        {
            return Guid.TryParse(match.Groups["id"].Value, out var id) ? ById(call, id)
                : match.Groups["key"].Success ? ByKey(call, match.Groups["key"].Value.Replace("''", "'", StringComparison.Ordinal))
                : DataverseErrors.BadRequest("The key in the address is not an alternate key of contact.");
        }
    }

    /// <summary>Runs a change set; takes all of it back when it answers false.</summary>
    /// <returns>True when it was taken back.</returns>
    public bool Atomically(Func<bool> work)
    {
        lock (store.Gate)
        {
            var before = store.Keep();
            if (work())
            {
                return false;
            }

            store.Restore(before);
            return true;
        }
    }

    private DataverseReply Create(DataverseCall call)
    {
        if (Read(call, out var payload) is { } wrong)
        {
            return wrong;
        }

        lock (store.Gate)
        {
            var id = Guid.TryParse(payload["contactid"]?.ToString(), out var own) ? own : Guid.NewGuid();
            return store.Find(id) is not null ? DataverseErrors.Exists() : Write(call, id, null, payload, $"contacts({id})");
        }
    }

    private DataverseReply ById(DataverseCall call, Guid id)
    {
        var row = store.Find(id);
        return call.Method switch
        {
            "GET" => row is null ? DataverseErrors.NotFound(id.ToString()) : Show(row, call),
            "PATCH" => Upsert(call, row, id, null, $"contacts({id})"),
            "DELETE" => Delete(call, row, DataverseErrors.NotFound(id.ToString())),
            _ => new DataverseReply(405),
        };
    }

    private DataverseReply ByKey(DataverseCall call, string key)
    {
        var row = store.ByKey(key);
        return call.Method switch
        {
            "GET" => row is null ? DataverseErrors.KeyNotFound() : Show(row, call),
            "PATCH" => Upsert(call, row, row?.Id ?? Guid.NewGuid(), key, $"contacts({DataverseStore.Key}='{key}')"),
            "DELETE" => Delete(call, row, DataverseErrors.KeyNotFound()),
            _ => new DataverseReply(405),
        };
    }

    private DataverseReply Show(DataverseRow row, DataverseCall call) =>
        call.Header("If-None-Match") == row.Etag ? new DataverseReply(304)
        : DataverseQuery.JudgeSelect(call, columns) ?? new DataverseReply(200, DataverseQuery.Show(row, call, columns));

    private DataverseReply Upsert(DataverseCall call, DataverseRow? row, Guid id, string? key, string address)
    {
        if (Read(call, out var payload) is { } wrong)
        {
            return wrong;
        }

        if (Conditions(call, row) is { } refused)
        {
            return row is null && key is not null ? DataverseErrors.KeyNotFound() : refused;
        }

        // On update the key columns of the body are stripped; on create the body wins over the address.
        if (key is not null && (row is not null || payload[DataverseStore.Key] is null))
        {
            payload[DataverseStore.Key] = row?.Text(DataverseStore.Key) ?? key;
        }

        return Write(call, id, row, payload, address);
    }

    private DataverseReply Write(DataverseCall call, Guid id, DataverseRow? row, JsonObject payload, string address)
    {
        if (payload[DataverseStore.Key]?.ToString() is { } key && store.ByKey(key) is { } holder && holder.Id != id)
        {
            return DataverseErrors.DuplicateKey(DataverseStore.Key);
        }

        if (row is null && string.IsNullOrEmpty(payload["lastname"]?.ToString()))
        {
            return DataverseErrors.BadRequest("A validation error occurred. The attribute 'lastname' of the 'contact' entity is required.");
        }

        // Web API writes are not checked unless they ask for it.
        if (string.Equals(call.Header("MSCRM.SuppressDuplicateDetection"), "false", StringComparison.OrdinalIgnoreCase) && HasTwin(id, row, payload))
        {
            return DataverseErrors.Duplicate();
        }

        var written = store.Put(id, payload);
        var headers = new Dictionary<string, string> { ["OData-EntityId"] = $"{context.Address}api/data/v9.2/{address}" };
        if (!call.Prefers("return=representation"))
        {
            return new DataverseReply(204) { Headers = headers };
        }

        headers["Preference-Applied"] = "return=representation";
        return new DataverseReply(row is null ? 201 : 200, DataverseQuery.Show(written, call, columns)) { Headers = headers };
    }

    private DataverseReply Delete(DataverseCall call, DataverseRow? row, DataverseReply missing)
    {
        if (row is null || Conditions(call, row) is not null)
        {
            return row is null ? missing : DataverseErrors.VersionMismatch();
        }

        store.Delete(row);
        return new DataverseReply(204);
    }

    // The rule an organisation starts with: same names and same e-mail among active contacts.
    private bool HasTwin(Guid id, DataverseRow? row, JsonObject payload)
    {
        string? Says(string column) => payload.ContainsKey(column) ? payload[column]?.ToString() : row?.Text(column);
        return Says("emailaddress1") is { } mail && store.Rows.Any(other => !other.Deleted && other.Id != id && other.Text("statecode") == "0"
            && Same(other.Text("emailaddress1"), mail) && Same(other.Text("lastname"), Says("lastname")) && Same(other.Text("firstname"), Says("firstname")));
    }

    private DataverseReply? Read(DataverseCall call, out JsonObject payload)
    {
        payload = call.Json() ?? [];
        return call.Json() is null ? DataverseErrors.Payload("The request body is not a JSON object.")
            : columns.Judge(payload) ?? DataverseQuery.JudgeSelect(call, columns);
    }

    private static DataverseReply? Conditions(DataverseCall call, DataverseRow? row) => (call.Header("If-Match"), call.Header("If-None-Match"), row) switch
    {
        (null or "null", "*", not null) => DataverseErrors.Exists(),
        ("*", _, null) => DataverseErrors.NotFound("*"),
        (not (null or "null" or "*"), _, null) => DataverseErrors.NotFound("*"),
        (not (null or "null" or "*") and var etag, _, not null) when etag != row.Etag => DataverseErrors.VersionMismatch(),
        _ => null,
    };

    private static bool Same(string? one, string? other) => string.Equals(one ?? "", other ?? "", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^contacts\(((?<id>[0-9a-fA-F-]{36})|gru_goldenid='(?<key>([^']|'')*)'|.*)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex One();
}
