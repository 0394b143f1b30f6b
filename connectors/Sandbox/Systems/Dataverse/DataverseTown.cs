using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>The town's CRM contacts as rows of the contact table. A text longer than its column is cut, as it was when somebody typed it there.</summary>
internal static class DataverseTown
{
    private const int NameLength = 50;

    public static void Fill(DataverseStore store, SandboxContext context)
    {
        foreach (var record in context.Town.Records(TownSystem.Crm).OrderBy(record => record.ChangedAt).ThenBy(record => record.Key, StringComparer.Ordinal))
        {
            store.Add(Id(record.Key), context.Plant(Columns(record)));
        }
    }

    // The town's keys may be shorter than a guid; the same key always gives the same one.
    private static Guid Id(string key) => Guid.TryParse(key, out var id) ? id
        : new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    private static JsonObject Columns(TownRecord record)
    {
        var said = record.People[0];
        var mobile = Written.IsMobile(said.Phone);
        var phone = Written.Phone(said.Phone, record.Style);
        var columns = new JsonObject
        {
            ["contactid"] = Id(record.Key).ToString(),
            ["statecode"] = 0,
            ["statuscode"] = 1,
            ["createdon"] = Written.At(record.ChangedAt.AddDays(-30), "yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["modifiedon"] = Written.At(record.ChangedAt, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["donotbulkemail"] = (record.Style >> 24) % 4 == 0,
        };
        Text("salutation", Written.Civility(said));
        Text("lastname", said.LastName);
        Text("firstname", string.Join(", ", said.GivenNames));
        Text("gru_nomnaissance", said.BirthName);
        Text("emailaddress1", said.Email);
        Text(mobile ? "mobilephone" : "telephone1", phone);
        Text("address1_line1", Written.Line(said, record.Style));
        Text("address1_line2", said.Complement);
        Text("address1_postalcode", said.PostCode);
        Text("address1_city", said.City);
        Text("address1_country", said.City.Length > 0 ? "France" : "");
        Text("gru_lieunaissance", said.BirthCommune is { } commune ? $"{commune.Name} ({commune.Department})" : said.BirthCountry?.Name ?? "");
        if (said.Sex is 'M' or 'F')
        {
            columns["gendercode"] = said.Sex == 'M' ? 1 : 2;
        }

        if (said.BirthDate is { } day)
        {
            columns["birthdate"] = string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{Math.Max(1, day.Month):D2}-{Math.Max(1, day.Day):D2}");
            Text("gru_birthdate_raw", day.Month == 0 || day.Day == 0 ? Written.Iso(day) : "");
        }

        columns["fullname"] = $"{columns["firstname"]} {columns["lastname"]}".Trim();
        return columns;

        void Text(string column, string value)
        {
            if (value.Length > 0)
            {
                columns[column] = column is "lastname" or "firstname" && value.Length > NameLength ? value[..NameLength] : value;
            }
        }
    }
}
