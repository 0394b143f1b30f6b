using System.Net;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>A webhook subscription, as an architect writes it.</summary>
public sealed record SubscriptionDocument
{
    /// <summary>Kind of the documents that hold subscriptions.</summary>
    public const string Kind = "subscription";

    [Setting("Nom de l’abonnement", "Name of the subscription")]
    public required string Name { get; init; }

    [Setting("Adresse qui reçoit les changements", "Address that receives the changes")]
    public required string Endpoint { get; init; }

    [Setting("SIRET du responsable de traitement", "SIRET of the data controller")]
    public required Siret Controller { get; init; }

    [Setting("Finalité du traitement", "Purpose of the processing")]
    public required string Purpose { get; init; }

    [Setting("Base légale (RGPD, article 6)", "Legal basis (GDPR, article 6)")]
    public required LegalBasis LegalBasis { get; init; }

    [Setting("Attributs visibles ; * : tous", "Visible attributes; *: all")]
    public required IReadOnlyList<string> Attributes { get; init; }

    [Setting("Sources visibles ; * : toutes", "Visible sources; *: all")]
    public required IReadOnlyList<string> Sources { get; init; }

    [Setting("Secrets de signature ; deux pendant un changement", "Signing secrets; two during a rotation")]
    public required IReadOnlyList<Secret> Secrets { get; init; }

    [Setting("Envoyer aussi les valeurs permises", "Send the permitted values too")]
    public bool WithValues { get; init; }

    [Setting("Nouveaux essais", "Retries")]
    public RetrySchedule? Retry { get; init; }

    [Setting("Réseaux privés que cet abonnement peut joindre", "Private networks this subscription may reach")]
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    [Setting("Secondes d’attente d’une réponse", "Seconds to wait for an answer", Minimum = 1, Maximum = 60)]
    public int TimeoutSeconds { get; init; } = 20;

    /// <exception cref="DocumentException">With every error found: file, line and the nearest valid word.</exception>
    public static SubscriptionDocument Read(string yaml, string file) => Checked(YamlDocument.Parse(yaml, file));

    /// <summary>The subscription, its secrets read.</summary>
    /// <exception cref="FormatException">A secret cannot be read or is none; the message names its reference.</exception>
    public Subscription Open(Uri source) => new()
    {
        Name = Name,
        Endpoint = new Uri(Endpoint),
        Contract = new AccessContract
        {
            Name = Name,
            Controller = Controller,
            Purpose = Purpose,
            LegalBasis = LegalBasis,
            Attributes = Scope.Parse(Attributes),
            Sources = Scope.Parse(Sources),
            Roles = new HashSet<Role> { Role.Application },
        },
        Secrets = [.. Secrets.Select(secret => secret.TryReveal(out var text) ? WebhookSecret.Parse(text) : throw new FormatException(secret.Missing.Detail))],
        WithValues = WithValues,
        Source = source,
        Retry = Retry ?? Subscription.UsualRetry,
        AllowedNetworks = [.. AllowedNetworks.Select(IPNetwork.Parse)],
        Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
    };

    private static SubscriptionDocument Checked(DocumentNode node)
    {
        var document = SettingsBinder.Bind<SubscriptionDocument>(node);
        var errors = new List<DocumentError>();
        void Wrong(string setting, string message, string? nearest = null) =>
            errors.Add(new DocumentError((node as DocumentNode.Map)?[setting]?.At ?? node.At, setting, "setting.value", message, nearest));

        foreach (var network in document.AllowedNetworks.Where(network => !IPNetwork.TryParse(network, out _)))
        {
            Wrong("allowedNetworks", $"\"{network}\" is not a network: write 10.20.0.0/16 or 192.168.1.7/32.");
        }

        if (!Uri.TryCreate(document.Endpoint, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != "https" && !(endpoint.Scheme == "http" && document.AllowedNetworks.Count > 0)))
        {
            Wrong("endpoint", "An endpoint is an https address; plain http only for a receiver in one of the allowedNetworks.");
        }

        foreach (var word in document.Attributes.Where(word => word != "*" && !word.StartsWith("extra.", StringComparison.Ordinal) && !CitizenAttributes.Names.Contains(word)))
        {
            Wrong("attributes", $"There is no attribute \"{word}\".", NearestWord.Of(word, CitizenAttributes.Names));
        }

        if (document.Secrets.Count == 0)
        {
            Wrong("secrets", "A subscription signs its deliveries: give at least one secret, as env:NAME or file:PATH.");
        }

        return errors.Count == 0 ? document : throw new DocumentException(errors);
    }
}
