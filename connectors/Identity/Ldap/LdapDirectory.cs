using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;

namespace IntegrationHub.Connectors.Identity.Ldap;

/// <summary>A directory, signed in to, read page by page (paged results control, RFC 2696).</summary>
internal sealed class LdapDirectory : IDisposable
{
    private const string ChangeNumber = "entryCSN";
    private static readonly string[] Times = ["yyyyMMddHHmmss'Z'", "yyyyMMddHHmmss.F'Z'", "yyyyMMddHHmmss.FFFFFF'Z'"];
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly LdapSettings settings;
    private readonly LdapConnection connection;

    public LdapDirectory(LdapSettings settings)
    {
        this.settings = settings;
        connection = new LdapConnection(new LdapDirectoryIdentifier(settings.Host, settings.Port ?? (settings.Security == LdapSecurity.Ldaps ? 636 : 389)))
        {
            AuthType = settings.Account is null ? AuthType.Anonymous : AuthType.Basic,
            Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
        };
        connection.SessionOptions.ProtocolVersion = 3;
        connection.SessionOptions.ReferralChasing = ReferralChasingOptions.None;
        connection.SessionOptions.SecureSocketLayer = settings.Security == LdapSecurity.Ldaps;
    }

    /// <returns>The failure of a password that cannot be read; null once signed in.</returns>
    /// <exception cref="DirectoryException">The directory refuses.</exception>
    public Failure? SignIn()
    {
        string? password = null;
        if (settings.Password is not null && !settings.Password.TryReveal(out password))
        {
            return settings.Password.Missing;
        }

        if (settings.Security == LdapSecurity.StartTls && !StartTls())
        {
            return LdapFailures.Tls;
        }

        connection.Bind(settings.Account is null ? new NetworkCredential() : new NetworkCredential(settings.Account, password));
        return null;
    }

    /// <summary>All entries changed at or after a date; null for all.</summary>
    /// <exception cref="DirectoryException">The directory refuses, or breaks off.</exception>
    public List<LdapEntry> Entries(DateTimeOffset? since, ForbiddenFields forbidden, List<RejectedRecord> rejected, CancellationToken cancellationToken)
    {
        var filter = since is { } date
            ? string.Create(CultureInfo.InvariantCulture, $"(&{settings.Filter}({settings.Changed}>={date.UtcDateTime:yyyyMMddHHmmss}Z))")
            : settings.Filter;
        var entries = new List<LdapEntry>();
        foreach (var entry in Search(filter, [.. settings.Attributes, settings.Key, settings.Changed, ChangeNumber], limit: int.MaxValue, cancellationToken))
        {
            var key = Key(entry);
            if (key is null || !DateTimeOffset.TryParseExact(One(entry, settings.Changed), Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var changed))
            {
                rejected.Add(new RejectedRecord("directory", key is null ? "ldap.key-missing" : "ldap.date-missing", Body(entry, forbidden)));
                continue;
            }

            entries.Add(new LdapEntry(key, changed, One(entry, ChangeNumber) ?? "", Body(entry, forbidden)));
        }

        return entries;
    }

    /// <exception cref="DirectoryException">The directory refuses, or breaks off.</exception>
    public IEnumerable<string> Keys(CancellationToken cancellationToken) => Search(settings.Filter, [settings.Key], int.MaxValue, cancellationToken).Select(Key).OfType<string>();

    /// <exception cref="DirectoryException">The directory refuses.</exception>
    public void ReadOne(CancellationToken cancellationToken) => _ = Search(settings.Filter, [settings.Key], limit: 1, cancellationToken).FirstOrDefault();

    public void Dispose() => connection.Dispose();

    // The driver calls a directory that refuses encryption "unavailable" like one that is away; only the latter is worth another try.
    private bool StartTls()
    {
        try
        {
            connection.SessionOptions.StartTransportLayerSecurity(null);
            return true;
        }
        catch (DirectoryException error) when (error is not LdapException { ErrorCode: 85 } && Answers())
        {
            return false;
        }
    }

    private bool Answers()
    {
        using var client = new TcpClient();
        try
        {
            return client.ConnectAsync(settings.Host, settings.Port ?? 389).Wait(TimeSpan.FromSeconds(Math.Min(settings.TimeoutSeconds, 5)));
        }
        catch (AggregateException error) when (error.InnerException is SocketException)
        {
            return false;
        }
    }

    private IEnumerable<SearchResultEntry> Search(string filter, string[] attributes, int limit, CancellationToken cancellationToken)
    {
        var request = new SearchRequest(settings.Base, filter, SearchScope.Subtree, attributes);
        var paging = new PageResultRequestControl(Math.Min(settings.PageSize, limit)) { IsCritical = true };
        request.Controls.Add(paging);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = (SearchResponse)connection.SendRequest(request);
            foreach (SearchResultEntry entry in answer.Entries)
            {
                yield return entry;
            }

            paging.Cookie = answer.Controls.OfType<PageResultResponseControl>().FirstOrDefault()?.Cookie ?? [];
        }
        while (paging.Cookie.Length > 0 && limit > settings.PageSize);
    }

    private string? Key(SearchResultEntry entry) => entry.Attributes[settings.Key] is not { Count: > 0 } values ? null
        : settings.Key.Equals("objectGUID", StringComparison.OrdinalIgnoreCase) && values.GetValues(typeof(byte[])) is [byte[] { Length: 16 } guid, ..] ? new Guid(guid).ToString()
        : One(entry, settings.Key) is { Length: > 0 and <= 400 } text ? text : null;

    private static string? One(SearchResultEntry entry, string name) => entry.Attributes[name] is { Count: > 0 } values ? Text(values)[0] : null;

    private static string[] Text(DirectoryAttribute values) => [.. values.GetValues(typeof(byte[])).Cast<byte[]>().Select(Encoding.UTF8.GetString)];

    private byte[] Body(SearchResultEntry entry, ForbiddenFields forbidden)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("id", Key(entry));
            writer.WriteString("changed", One(entry, settings.Changed));
            foreach (var name in settings.Attributes.Where(name => !forbidden.Names(name) && entry.Attributes[name] is { Count: > 0 }))
            {
                var values = Text(entry.Attributes[name]);
                if (values is [var only])
                {
                    writer.WriteString(name, only);
                    continue;
                }

                writer.WriteStartArray(name);
                foreach (var value in values)
                {
                    writer.WriteStringValue(value);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
