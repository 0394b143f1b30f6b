using System.Net;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Subscriptions;

/// <summary>What a subscription's document must fulfil beyond the form of its settings.</summary>
internal static class SubscriptionChecks
{
    public static List<DocumentError> Of(SubscriptionDocument document, DocumentNode node)
    {
        var errors = new List<DocumentError>();
        void Wrong(string setting, string message, string? nearest = null) =>
            errors.Add(new DocumentError((node as DocumentNode.Map)?[setting]?.At ?? node.At, setting, "setting.value", message, nearest));

        foreach (var word in document.Attributes.Where(word => word != "*" && !word.StartsWith("extra.", StringComparison.Ordinal) && !CitizenAttributes.Names.Contains(word)))
        {
            Wrong("attributes", $"There is no attribute \"{word}\".", NearestWord.Of(word, CitizenAttributes.Names));
        }

        foreach (var (attribute, mask) in document.Masks.Where(pair => !Masking.AttributesOf(pair.Value).Contains(pair.Key)))
        {
            Wrong("masks", $"This mask does not fit \"{attribute}\"; it fits: {string.Join(", ", Masking.AttributesOf(mask))}.", NearestWord.Of(attribute, Masking.AttributesOf(mask)));
        }

        if (document.Channel == ChannelKind.Webhook)
        {
            Address(document, "endpoint", document.Endpoint, Wrong);
        }
        else if (document.Channel == ChannelKind.Sink && string.IsNullOrWhiteSpace(document.Connection))
        {
            Wrong("channel", "A sink writes into a connection's system: name it in \"connection\".");
        }

        if (document.Alert is not null)
        {
            Address(document, "alert", document.Alert, Wrong);
        }

        if (document.Channel == ChannelKind.Webhook || document.Alert is not null)
        {
            Signing(document, Wrong);
        }

        return errors;
    }

    private static void Address(SubscriptionDocument document, string setting, string? address, Action<string, string, string?> wrong)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != "https" && !(endpoint.Scheme == "http" && document.AllowedNetworks.Count > 0)))
        {
            wrong(setting, "This is an https address; plain http only for a receiver in one of the allowedNetworks.", null);
        }
    }

    private static void Signing(SubscriptionDocument document, Action<string, string, string?> wrong)
    {
        foreach (var network in document.AllowedNetworks.Where(network => !IPNetwork.TryParse(network, out _)))
        {
            wrong("allowedNetworks", $"\"{network}\" is not a network: write 10.20.0.0/16 or 192.168.1.7/32.", null);
        }

        if (document.Secrets.Count == 0)
        {
            wrong("secrets", "A subscription signs what it sends: give at least one secret, as env:NAME, file:PATH or vault:NAME.", null);
        }
    }
}
