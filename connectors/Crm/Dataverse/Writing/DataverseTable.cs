using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>Addresses and operations of one table.</summary>
internal sealed class DataverseTable(DataverseSettings settings)
{
    private readonly string _select = string.Join(',', settings.Columns.Append(settings.Id).Distinct(StringComparer.Ordinal));

    public string ById(Guid id) => $"{settings.Table}({id})";

    /// <summary>By the alternate key; quotes inside it are doubled.</summary>
    public string ByKey(string golden) => $"{settings.Table}({settings.Write.Key}='{Uri.EscapeDataString(golden.Replace("'", "''", StringComparison.Ordinal))}')";

    /// <summary>Updates, or makes what is not there; answers the row as the source reads it.</summary>
    /// <param name="address">Of one row.</param>
    /// <param name="columns">What to set; a null clears.</param>
    /// <param name="onlyThere">True makes nothing that is not there.</param>
    public DataverseRequest Upsert(string address, JsonObject columns, bool onlyThere)
    {
        var headers = new List<(string, string)> { ("Prefer", "return=representation") };
        if (onlyThere)
        {
            headers.Add(("If-Match", "*"));
        }
        else if (settings.Write.DetectDuplicates)
        {
            headers.Add(("MSCRM.SuppressDuplicateDetection", "false"));
        }

        return new DataverseRequest(HttpMethod.Patch, $"{address}?$select={_select}", Encoding.UTF8.GetBytes(columns.ToJsonString())) { Headers = headers };
    }

    public static DataverseRequest Delete(string address) => new(HttpMethod.Delete, address);

    /// <summary>Reads how a row stands: its id, its key, its state, and whom it was merged into.</summary>
    public DataverseRequest Look(string address) => new(HttpMethod.Get, $"{address}?$select={settings.Id},{settings.Write.Key},{ContactColumns.State},_masterid_value");

    /// <summary>The row as the source would read it.</summary>
    public SourceRecord Stored(JsonElement row)
    {
        var page = new JsonObject { ["value"] = new JsonArray(JsonNode.Parse(row.GetRawText())) };
        using var json = JsonDocument.Parse(page.ToJsonString());
        return DataversePage.Read(json.RootElement, settings.Id, high: 0).Records[0];
    }
}
