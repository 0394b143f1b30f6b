using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>The columns of the contact table (Common Data Model) and the town hall's own, with the checks Dataverse makes of a payload.</summary>
internal sealed class DataverseColumns
{
    private readonly Dictionary<string, DataverseColumn> columns;

    /// <param name="more">Names of further text columns.</param>
    public DataverseColumns(IEnumerable<string> more) =>
        columns = Standard().Concat(more.Select(name => new DataverseColumn(name, DataverseKind.Text, 2000))).ToDictionary(column => column.Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => columns.Keys;

    public bool Knows(string name) => columns.ContainsKey(name);

    /// <returns>Null when every column of the payload may be written as it is.</returns>
    public DataverseReply? Judge(JsonObject payload)
    {
        foreach (var (name, value) in payload)
        {
            if (name.Contains('@', StringComparison.Ordinal))
            {
                continue;
            }

            if (!columns.TryGetValue(name, out var column))
            {
                return DataverseErrors.Payload($"The property '{name}' does not exist on type 'Microsoft.Dynamics.CRM.contact'.");
            }

            if (value is not null && Judge(column, value) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private static DataverseReply? Judge(DataverseColumn column, JsonNode value)
    {
        var kind = value.GetValueKind();
        return column.Kind switch
        {
            DataverseKind.Text when kind != JsonValueKind.String => Mistyped(column, "Edm.String"),
            DataverseKind.Text when value.GetValue<string>().Length > column.Length => DataverseErrors.TooLong(column.Name, column.Length),
            DataverseKind.Choice when kind != JsonValueKind.Number || !value.AsValue().TryGetValue<int>(out var choice) || choice > column.Length || choice < 0 =>
                DataverseErrors.BadRequest($"A validation error occurred. The value of '{column.Name}' on record of type 'contact' is outside the valid range."),
            DataverseKind.Whole when kind != JsonValueKind.Number => Mistyped(column, "Edm.Int64"),
            DataverseKind.Flag when kind is not (JsonValueKind.True or JsonValueKind.False) => Mistyped(column, "Edm.Boolean"),
            DataverseKind.Date when kind != JsonValueKind.String || !DateOnly.TryParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                Mistyped(column, "Edm.Date"),
            _ => null,
        };
    }

    private static DataverseReply Mistyped(DataverseColumn column, string type) => DataverseErrors.Payload($"Cannot convert the value of '{column.Name}' to the expected type '{type}'.");

    private static IEnumerable<DataverseColumn> Standard()
    {
        foreach (var name in (string[])["contactid", "fullname", "createdon", "modifiedon", "versionnumber", "merged", "_masterid_value", "_modifiedby_value"])
        {
            yield return new(name, DataverseKind.Own);
        }

        foreach (var (name, length) in ((string, int)[])
        [
            ("salutation", 100), ("firstname", 50), ("middlename", 50), ("lastname", 50), ("nickname", 100), ("suffix", 10), ("governmentid", 50), ("externaluseridentifier", 50),
            ("emailaddress1", 100), ("emailaddress2", 100), ("emailaddress3", 100), ("telephone1", 50), ("telephone2", 50), ("telephone3", 50), ("mobilephone", 50), ("home2", 50), ("fax", 50),
            ("address1_line1", 250), ("address1_line2", 250), ("address1_line3", 250), ("address1_city", 80), ("address1_stateorprovince", 50), ("address1_county", 50),
            ("address1_postalcode", 20), ("address1_country", 80), ("spousesname", 100), ("description", 2000),
            ("gru_goldenid", 50), ("gru_nomnaissance", 100), ("gru_lieunaissance", 100), ("gru_birthdate_raw", 10), ("gru_prenoms", 200),
        ])
        {
            yield return new(name, DataverseKind.Text, length);
        }

        foreach (var (name, largest) in ((string, int)[])
            [("gendercode", 2), ("familystatuscode", 4), ("preferredcontactmethodcode", 5), ("address1_addresstypecode", 4), ("statecode", 1), ("statuscode", 2)])
        {
            yield return new(name, DataverseKind.Choice, largest);
        }

        yield return new("birthdate", DataverseKind.Date);
        yield return new("gru_syncversion", DataverseKind.Whole);
        foreach (var name in (string[])["donotemail", "donotbulkemail", "donotphone", "donotpostalmail", "donotsendmm"])
        {
            yield return new(name, DataverseKind.Flag);
        }
    }
}
