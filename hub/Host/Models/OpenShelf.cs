using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Quality;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Learning;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Reevaluating;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Models;

/// <summary>A registry's models for a command, beside whatever node writes to it.</summary>
public sealed class OpenShelf : IAsyncDisposable
{
    private readonly ConfigurationStore _configuration;

    private OpenShelf(RegistryStores stores)
    {
        Stores = stores;
        _configuration = new ConfigurationStore(stores.Operations, TimeProvider.System);
        Models = new ModelShelf(stores.Operations, stores.Store, TimeProvider.System);
        Shadow = new ShadowRun(stores.Store, SurvivorshipPolicy.French());
    }

    public RegistryStores Stores { get; }

    public ModelShelf Models { get; }

    public ShadowRun Shadow { get; }

    /// <exception cref="Cli.UsageException">There is no registry.</exception>
    public static async Task<OpenShelf> OfAsync(HostSettings settings, Words words, CancellationToken cancellationToken)
    {
        NoRegistry.Require(settings, words);
        return new OpenShelf(await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken));
    }

    public Task<IReadOnlyList<string>> DuplicateFreeAsync(CancellationToken cancellationToken) => _configuration.DuplicateFreeAsync(cancellationToken);

    /// <summary>The model as it would come into force here: fitted when asked, and with the connections' own word.</summary>
    public async Task<MatchModel> PrepareAsync(MatchModel model, bool fit, CancellationToken cancellationToken)
    {
        var fitted = fit ? await Task.Run(() => model.ActivateOn(Shadow.Records(model, cancellationToken)), cancellationToken) : model;
        return ModelShelf.WithSources(fitted, await DuplicateFreeAsync(cancellationToken));
    }

    /// <summary>What people have judged, as the model in force weighs it.</summary>
    public async Task<IReadOnlyList<LabelledPair>> LabelsAsync(CancellationToken cancellationToken)
    {
        var model = await Models.CurrentAsync(cancellationToken) is { } version ? await Models.FindAsync(version, cancellationToken) ?? MatchModel.French : MatchModel.French;
        return await new QualityLabels(Stores.Reader, Stores.Store, Stores.Operations, model, new MatchProjection(model, SurvivorshipPolicy.French().Blocked)).ReadAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => Stores.DisposeAsync();
}
