using System.Net;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>A network in CIDR form: <c>10.20.0.0/16</c>.</summary>
[JsonConverter(typeof(NetworkRangeConverter))]
public sealed record NetworkRange(IPNetwork Value)
{
    /// <exception cref="FormatException">With what to write instead.</exception>
    public static NetworkRange Parse(string text) => IPNetwork.TryParse(text, out var network)
        ? new NetworkRange(network)
        : throw new FormatException($"\"{text}\" is not a network: write 10.20.0.0/16, or 10.20.3.4/32 for one machine.");

    public override string ToString() => Value.ToString();
}
