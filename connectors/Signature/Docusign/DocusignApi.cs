using System.Globalization;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>Addresses of eSignature REST v2.1, below the account's server.</summary>
internal sealed class DocusignApi(DocusignSettings settings)
{
    private string Account => $"restapi/v2.1/accounts/{Uri.EscapeDataString(settings.Account)}";

    public string Envelopes => Account + "/envelopes";

    /// <summary>Drafts are deleted by moving them here.</summary>
    public string RecycleBin => Account + "/folders/recyclebin";

    public string UserSettings => $"{Account}/users/{Uri.EscapeDataString(settings.User)}/settings";

    public DateTimeOffset From => new(settings.From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public string Envelope(string id) => $"{Envelopes}/{Uri.EscapeDataString(id)}";

    public string Recipients(string id) => Envelope(id) + "/recipients";

    /// <summary>Envelopes whose state changed, oldest first.</summary>
    public string Changed(DateTimeOffset from, int start, int count) => HttpLink.Query(
        Envelopes, ("from_date", Text(from)), ("from_to_status", "changed"), ("order_by", "status_changed"), ("order", "asc"), ("start_position", Text(start)), ("count", Text(count)));

    /// <summary>Envelopes that bear a custom field of this value.</summary>
    public string Bearing(string field, string value, int start, int count) => HttpLink.Query(
        Envelopes, ("from_date", Text(From)), ("custom_field", $"{field}={value}"), ("include", "custom_fields"), ("start_position", Text(start)), ("count", Text(count)));

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
