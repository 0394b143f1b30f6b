using System.Text.Json.Nodes;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>The unbound action Merge: the target takes UpdateContent, the subordinate is deactivated and points to its master; nothing is deleted and nothing can be undone.</summary>
internal static class DataverseMerge
{
    private const string Type = "Microsoft.Dynamics.CRM.contact";

    public static DataverseReply Run(DataverseCall call, DataverseStore store, DataverseColumns columns)
    {
        var body = call.Json();
        if (body?["Target"] is not JsonObject target || body["Subordinate"] is not JsonObject subordinate
            || target["@odata.type"]?.ToString() != Type || subordinate["@odata.type"]?.ToString() != Type)
        {
            return DataverseErrors.BadRequest("Merge takes Target and Subordinate, each with its id and @odata.type.");
        }

        if (!Guid.TryParse(target["contactid"]?.ToString(), out var kept) || !Guid.TryParse(subordinate["contactid"]?.ToString(), out var retired) || kept == retired)
        {
            return DataverseErrors.BadRequest("Target and Subordinate must be two contacts.");
        }

        if (store.Find(kept) is not { } master || store.Find(retired) is not { } slave)
        {
            return DataverseErrors.NotFound((store.Find(kept) is null ? kept : retired).ToString());
        }

        if (master.Text("statecode") != "0" || slave.Text("statecode") != "0")
        {
            return DataverseErrors.BadRequest("An inactive contact cannot be merged.");
        }

        var update = body["UpdateContent"]?.DeepClone().AsObject() ?? [];
        update.Remove("@odata.type");
        if (columns.Judge(update) is { } wrong)
        {
            return wrong;
        }

        if (update.Count > 0)
        {
            store.Put(kept, update);
        }

        store.Put(retired, new JsonObject { ["statecode"] = 1, ["statuscode"] = 2, ["merged"] = true, ["_masterid_value"] = kept.ToString() });
        return new DataverseReply(204);
    }
}
