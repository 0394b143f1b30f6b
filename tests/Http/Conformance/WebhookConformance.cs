using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Portals;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Http.Conformance;

public sealed class WebhookConformance : ReceiverConformance
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] Older = RandomNumberGenerator.GetBytes(32);

    public WebhookConformance()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_HOOK", "whsec_" + Convert.ToBase64String(Key));
        Environment.SetEnvironmentVariable("HUB_TEST_HOOK_OLD", "whsec_" + Convert.ToBase64String(Older));
    }

    protected override Connector Connector { get; } = new WebhookConnector();

    protected override object Settings { get; } = new WebhookSettings
    {
        Keys = [new Secret("env:HUB_TEST_HOOK"), new Secret("env:HUB_TEST_HOOK_OLD")], Key = [JsonPath.Parse("dossier")], DeletedTypes = ["famille.supprimee"],
    };

    protected override IncomingCall SignedNonsense => Call(Key, "m1", "{\"no\":", DateTimeOffset.Parse("2026-01-05T10:00:00Z", CultureInfo.InvariantCulture));

    protected override IncomingCall SignedByAnother => Call(RandomNumberGenerator.GetBytes(32), "m1", Body(1), Clock().GetUtcNow());

    protected override IncomingCall? Old => Call(Key, "m1", Body(1), Clock().GetUtcNow().AddMinutes(-10));

    protected override IReadOnlyList<string> SignatureHeaders => ["webhook-id", "webhook-timestamp", "webhook-signature"];

    protected override IReadOnlyList<string> Confidential => ["Dubois", Convert.ToBase64String(Key)];

    protected override TimeProvider Clock() => new StandingClock(DateTimeOffset.Parse("2026-01-05T10:00:00Z", CultureInfo.InvariantCulture));

    protected override IncomingCall Signed(int number) => Call(number % 2 == 0 ? Key : Older, $"m{number}", Body(number), Clock().GetUtcNow());

    [Theory]
    [InlineData("application/cloudevents+json", """{"specversion":"1.0","id":"1","source":"/p","type":"famille.modifiee","time":"2026-01-05T09:00:00Z","data":{"dossier":"F1"}}""", "+F1")]
    [InlineData("application/cloudevents-batch+json", """[{"specversion":"1.0","id":"1","source":"/p","type":"famille.supprimee","time":"2026-01-05T09:00:00Z","data":{"dossier":"F1"}},{"type":"famille.modifiee","data":{"dossier":"F2"}}]""", "-F1 +F2")]
    [InlineData("application/json", """{"dossier":"F9"}""", "+F9")]
    public async Task CloudEvents_come_structured_in_batches_or_with_headers(string media, string body, string expected)
    {
        var call = Call(Key, "m1", body, Clock().GetUtcNow());
        var headers = new Dictionary<string, string>(call.Headers, StringComparer.OrdinalIgnoreCase) { ["content-type"] = media };
        if (media == "application/json")
        {
            (headers["ce-type"], headers["ce-time"]) = ("famille.modifiee", "2026-01-05T09:00:00Z");
        }

        var accepted = Assert.IsType<Received.Accepted>(await ReceiveAsync(call with { Headers = headers }));

        Assert.Equal(expected, string.Join(' ', accepted.Records.Select(record => (record.Deleted ? "-" : "+") + record.Key)));
    }

    private static string Body(int number) => $$$"""{"type":"famille.modifiee","timestamp":"2026-01-05T09:00:00Z","data":{"dossier":"F{{{number}}}","parents":[{"nom":"Dubois"}]}}""";

    private static IncomingCall Call(byte[] key, string id, string body, DateTimeOffset at)
    {
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{stamp}.{body}")));
        return new IncomingCall
        {
            Method = "POST", Path = "", Body = Utf8(body), ReceivedAt = at,
            Headers = Headers(("webhook-id", id), ("webhook-timestamp", stamp), ("webhook-signature", "v1a,unknown " + signature), ("content-type", "application/json")),
        };
    }
}
