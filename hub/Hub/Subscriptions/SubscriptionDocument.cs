using System.Net;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Hub.Subscriptions;

/// <summary>A subscription, as an architect writes it.</summary>
public sealed record SubscriptionDocument
{
    /// <summary>Kind of the documents that hold subscriptions.</summary>
    public const string Kind = "subscription";

    [Setting("Nom de l’abonnement", "Name of the subscription")]
    public required string Name { get; init; }

    [Setting("Canal : webhook, bus ou sink", "Channel: webhook, bus or sink")]
    public ChannelKind Channel { get; init; } = ChannelKind.Webhook;

    [Setting("Adresse qui reçoit les changements", "Address that receives the changes")]
    public string? Endpoint { get; init; }

    [Setting("SIRET du responsable de traitement", "SIRET of the data controller")]
    public required Siret Controller { get; init; }

    [Setting("Finalité du traitement", "Purpose of the processing")]
    public required string Purpose { get; init; }

    [Setting("Base légale (RGPD, article 6)", "Legal basis (GDPR, article 6)")]
    public required LegalBasis LegalBasis { get; init; }

    [Setting("Attributs visibles ; * : tous", "Visible attributes; *: all")]
    public required IReadOnlyList<string> Attributes { get; init; }

    [Setting("Attributs montrés en partie : year, masked, commune, initial", "Attributes shown in part: year, masked, commune, initial")]
    public IReadOnlyDictionary<string, Mask> Masks { get; init; } = new Dictionary<string, Mask>();

    [Setting("Sources visibles ; * : toutes", "Visible sources; *: all")]
    public required IReadOnlyList<string> Sources { get; init; }

    [Setting("Personnes et changements voulus", "People and changes wanted")]
    public FilterDocument? Filter { get; init; }

    [Setting("Secrets de signature ; deux pendant un changement", "Signing secrets; two during a rotation")]
    public IReadOnlyList<Secret> Secrets { get; init; } = [];

    [Setting("Envoyer aussi les valeurs permises", "Send the permitted values too")]
    public bool WithValues { get; init; }

    [Setting("Connexion dans laquelle écrire", "Connection to write to")]
    public string? Connection { get; init; }

    [Setting("Correspondance sortante ; celle de la connexion sinon", "Outgoing mapping; else the connection's own")]
    public string? Mapping { get; init; }

    [Setting("Nouveaux essais", "Retries")]
    public RetrySchedule? Retry { get; init; }

    [Setting("Qui prévenir quand cela ne marche pas", "Whom to tell when it does not work")]
    public string? Owner { get; init; }

    [Setting("En retard au-delà de ce nombre de minutes", "Late beyond this many minutes", Minimum = 1, Maximum = 10_080)]
    public int LateAfterMinutes { get; init; } = 15;

    [Setting("Adresse prévenue du retard, puis du rattrapage ; signée par les secrets", "Address told of lateness, then of being in step again; signed by the secrets")]
    public string? Alert { get; init; }

    [Setting("Quand comparer le système où l’on écrit : daily 02:30 ; à la demande sinon", "When to compare the system that is written to: daily 02:30; on demand otherwise")]
    public PollSchedule? Reconcile { get; init; }

    [Setting("Réseaux privés que cet abonnement peut joindre", "Private networks this subscription may reach")]
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    [Setting("Secondes d’attente d’une réponse", "Seconds to wait for an answer", Minimum = 1, Maximum = 60)]
    public int TimeoutSeconds { get; init; } = 20;

    [Setting("Habitants servis en même temps ; 4, ou 1000 messages non confirmés sur le bus, 100 dans un système où l’on écrit", "Citizens served at once; 4, or 1000 unconfirmed messages on the bus, 100 in a system that is written to", Minimum = 1, Maximum = 1000)]
    public int? Parallel { get; init; }

    /// <exception cref="DocumentException">With every error found: file, line and the nearest valid word.</exception>
    public static SubscriptionDocument Read(string yaml, string file)
    {
        var node = YamlDocument.Parse(yaml, file);
        var document = SettingsBinder.Bind<SubscriptionDocument>(node);
        var errors = SubscriptionChecks.Of(document, node);
        return errors.Count == 0 ? document : throw new DocumentException(errors);
    }

    /// <summary>The subscription, its secrets read.</summary>
    /// <exception cref="FormatException">A secret cannot be read or is none; the message names its reference.</exception>
    public Subscription Open(Uri source) => new()
    {
        Name = Name,
        Contract = new AccessContract
        {
            Name = Name,
            Controller = Controller,
            Purpose = Purpose,
            LegalBasis = LegalBasis,
            Attributes = Scope.Parse(Attributes),
            Masks = Masks,
            Sources = Scope.Parse(Sources),
            Roles = new HashSet<Role> { Role.Application },
        },
        Filter = Filter?.Open() ?? SubscriptionFilter.None,
        Channel = Channel,
        Webhook = Channel == ChannelKind.Webhook ? Target(Endpoint!) : null,
        Alert = Alert is null ? null : Target(Alert),
        Reconcile = Reconcile ?? PollSchedule.Manual,
        Sink = Channel == ChannelKind.Sink ? new SinkTarget(Connection!, Mapping) : null,
        WithValues = WithValues || Channel == ChannelKind.Sink,
        Source = source,
        Retry = Retry ?? Subscription.UsualRetry,
        Owner = Owner,
        LateAfter = TimeSpan.FromMinutes(LateAfterMinutes),
        Parallel = AtOnce,
        Window = Math.Max(1000, 4 * AtOnce),
    };

    // A broker confirms in batches: who waits for few at a time waits for the disk each time.
    // A sink keeps its system's limits by itself, and sends together what waits for it.
    private int AtOnce => Parallel ?? Channel switch
    {
        ChannelKind.Bus => 1000,
        ChannelKind.Sink => 100,
        _ => 4,
    };

    private WebhookTarget Target(string endpoint) => new()
    {
        Endpoint = new Uri(endpoint),
        Secrets = [.. Secrets.Select(secret => secret.TryReveal(out var text) ? WebhookSecret.Parse(text) : throw new FormatException(secret.Missing.Detail))],
        AllowedNetworks = [.. AllowedNetworks.Select(IPNetwork.Parse)],
        Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
    };
}
