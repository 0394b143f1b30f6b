using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Api;
using IntegrationHub.Host.Api.Json;
using IntegrationHub.Host.Invented;
using IntegrationHub.Host.Logins;
using IntegrationHub.Host.Models;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Quality;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Host.Rights;
using IntegrationHub.Host.Web;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationHub.Host.Serving;

/// <summary>Puts API and pages around a node.</summary>
public static class HubServer
{
    /// <param name="node">Stays the caller's: it outlives the server.</param>
    /// <param name="logging">Adds or silences log outputs.</param>
    public static WebApplication Build(HubNode node, Action<ILoggingBuilder> logging)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "IntegrationHub" });
        logging(builder.Logging);

        // The framework writes addresses, and a search has a person's values in its query: whatever level an operator sets, they stay out.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 << 20;
        });
        builder.WebHost.UseUrls(node.Settings.Listen.ToString().TrimEnd('/'));
        AddServices(builder.Services, node);
        var app = builder.Build();
        Wire(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, HubNode node)
    {
        services.AddSingleton(node);
        services.AddSingleton(node.Settings);
        services.AddSingleton(node.Clock);
        services.AddSingleton(node.Stores.Reader);
        services.AddSingleton(node.Stores.Store);
        services.AddSingleton(node.Stores.Operations);
        services.AddSingleton(node.Audit);
        services.AddSingleton(node.Survivorship);
        services.AddSingleton(node.Feed);
        services.AddSingleton(node.Writer);
        services.AddSingleton<ModelDesk>();
        services.AddSingleton(new RoleContracts(Siret.Parse(node.Settings.Controller())));
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<ReviewDecisions>();
        services.AddSingleton<QualityDesk>();
        services.AddSingleton<RightsRegister>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<PersonExport>();
        services.AddSingleton<RightsDesk>();
        services.AddSingleton<SeenMatches>();
        services.AddSingleton<InventedRegistry>();
        services.AddSingleton<Replayer>();
        services.AddSingleton<LoginBook>();
        services.AddSingleton<LoginDesk>();
        services.AddSingleton<ConnectionBoard>();
        services.AddHostedService(provider => provider.GetRequiredService<ConnectionBoard>());
        services.AddSingleton<SubscriptionBoard>();
        services.AddSingleton<SubscriptionDesk>();
        services.AddSingleton<ReconciliationDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<SubscriptionBoard>());
        services.AddHostedService<SubscriptionWatch>();
        services.AddDataProtection().SetApplicationName("IntegrationHub")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(node.Settings.Data, "keys")));
        services.AddHubAccess(node.Settings.Address());
        services.AddRouting();
        services.AddRazorComponents();
        services.AddProblemDetails(ProblemWords.Complete);
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddOpenApi("v1", ApiDescription.Configure);
    }

    private static void Wire(WebApplication app)
    {
        app.UseSafetyHeaders();
        app.UseFailures();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapAssets();
        app.MapSession();
        app.MapHome();
        app.MapConnectionPages();
        app.MapConnectorPages();
        app.MapReviewPages();
        app.MapQualityPages();
        app.MapCitizenPages();
        app.MapSubscriptionPages();
        app.MapRightsPages();
        app.MapLiveness();
        app.MapHooks();
        app.MapLoginPages();
        // Behind every other door: signed-in people learn that there is nothing, others that they must sign in.
        app.MapGet("{**path}", NothingHere).WithOrder(int.MaxValue).Does(Operation.Enter).ExcludeFromDescription();
        app.MapOpenApi("/openapi/v1.json").Does(Operation.Open);
        app.MapGet("/openapi/{**other}", NothingHere).Does(Operation.Open).ExcludeFromDescription();
        var api = app.MapGroup("/v1").AddEndpointFilter<SameOrigin>();
        api.MapCitizens();
        api.MapMatch();
        api.MapSubmit();
        api.MapLogins();
        api.MapReviews();
        api.MapQuality();
        api.MapChanges();
        api.MapChangeStream();
        api.MapSnapshot();
        api.MapSubscriptions();
        api.MapEventSchemas();
        api.MapConnections();
        api.MapConnectionLife();
        api.MapConnectionPreview();
        api.MapConfiguration();
        api.MapConnectorCatalogue();
        api.MapOperations();
        api.MapQuarantine();
        api.MapRights();
        api.MapModels();
    }

    private static Task NothingHere(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
