using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Declarative.Reading;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Iparapheur;

/// <summary>iparapheur 5 (Libriciel) over its standard REST API, written against the interface description 5.1.22. It has no webhooks: the desk's lists are read again.</summary>
/// <remarks>Never tried against a live server. The lists tell name, due date and metadata of a folder; who signs and when stands in its PREMIS, which is not read.</remarks>
public sealed class IparapheurConnector : HttpConnector<IparapheurSettings>
{
    /// <summary>Code of a failure: nothing at this address.</summary>
    internal const string NotThere = "iparapheur.not-there";

    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "iparapheur",
        Title = new LocalText("iparapheur 5 (écrit d’après sa description 5.1.22, non essayé sur un serveur réel)", "iparapheur 5 (written from its description 5.1.22, not tried on a live server)"),
        Version = "1.0",
        Families = ["signature"],
        Contracts = Contract.Source | Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("iparapheur 5, API REST standard 5.1.22", "iparapheur 5, standard REST API 5.1.22"),
            Reads = new LocalText("Dossiers d’un bureau, comme éléments liés aux signataires", "Folders of a desk, as linked items of their signers"),
            Writes = new LocalText("Un dossier pour une fiche de référence, une seule fois", "One folder for a golden record, once"),
            Tested = new LocalText("Kit de conformité en lecture et en écriture contre un serveur factice", "Conformance kit, reading and writing, against a fake server"),
            NotTested = new LocalText("Aucun serveur réel : aucun n’était à disposition", "No live server: none was at hand"),
        },
        Settings = typeof(IparapheurSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    /// <summary>Ids of tenants, of the tenant's desks, and of the types the desk may make folders of.</summary>
    public override async ValueTask<IReadOnlyList<string>> ChoicesAsync(object settings, ConnectionContext context, string setting, CancellationToken cancellationToken)
    {
        var desk = (IparapheurSettings)settings;
        IReadOnlyList<string> choices = [];
        var failure = await Failures.CatchAsync(
            async () =>
            {
                var api = Api(desk, Link(desk, context));
                var list = setting switch { "tenant" => api.TenantsAsync(cancellationToken), "desk" => api.DesksAsync(cancellationToken), "folder.type" => api.TypesAsync(cancellationToken), _ => null };
                using var json = list is null ? null : await list;
                choices = json is null ? [] : [.. json.RootElement.GetProperty("content").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
            }, cancellationToken);
        return failure is null ? choices : [];
    }

    protected override Authenticator SignIn(IparapheurSettings settings, HttpLink bare, TimeProvider time) => new IparapheurAuthenticator(settings.Account, bare, time);

    protected override async Task ProbeAsync(IparapheurSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = await Api(settings, link).TenantsAsync(cancellationToken);
        _ = json.RootElement.GetProperty("content");
    }

    protected override ISource Source(IparapheurSettings settings, HttpLink link, ConnectionContext context) => new DeclarativeSource(Lists(settings), link, context);

    protected override ISink Sink(IparapheurSettings settings, HttpLink link, ConnectionContext context) => new IparapheurSink(settings, Api(settings, link));

    // Whatever record is asked about: tenant and desk are the connection's.
    protected override Failure? Judge(HttpReply reply, Failure? usual) => reply.Status == 404
        ? new Failure(FailureKind.Denied, NotThere, "iparapheur knows no such tenant, desk, list or folder: check tenant, desk and states.") : usual;

    private static IIparapheurApi Api(IparapheurSettings settings, HttpLink link)
    {
        var api = link.Api<IIparapheurApi>();
        (api.Tenant, api.Desk) = (settings.Tenant, settings.Desk);
        return api;
    }

    private static DeclarativeSettings Lists(IparapheurSettings settings) => new()
    {
        Url = settings.Url,
        Request = new RequestSettings
        {
            Path = $"api/standard/v1/tenant/{Uri.EscapeDataString(settings.Tenant)}/desk/{Uri.EscapeDataString(settings.Desk)}/{EachSettings.Place}",
            Query = new Dictionary<string, Template> { ["page"] = Template.Parse("{page}"), ["size"] = Template.Parse("{size}"), ["sort"] = Template.Parse("CREATION_DATE,ASC") },
        },
        Each = new EachSettings { Values = settings.States, Into = "state" },
        Paging = new PagingSettings { Kind = PagingKind.Page, First = 0, Size = settings.PageSize, Pages = JsonPath.Parse("totalPages") },
        Records = JsonPath.Parse("content"),
        Key = [JsonPath.Parse("id")],
        Deletions = new DeletionSettings { Missing = settings.MissingIsDeleted },
    };
}
