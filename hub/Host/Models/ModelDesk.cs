using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry.Reevaluating;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Host.Models;

/// <summary>Shows the match model in force, tries another, and puts it into force.</summary>
public sealed class ModelDesk(HubNode node)
{
    public async Task<ModelStanding> StandingAsync(CancellationToken cancellationToken)
    {
        var current = await node.Models.CurrentAsync(cancellationToken);
        var wish = await node.Models.FindWishAsync(cancellationToken);
        var free = await node.DuplicateFreeAsync(cancellationToken);
        var fits = current is null || (await node.Models.FindAsync(current, cancellationToken) is { } model && ModelShelf.WithSources(model, free).Version == model.Version);
        return new ModelStanding(current, wish?.Text ?? current, wish?.By, wish?.At, MatchModel.French.Version, fits);
    }

    /// <summary>The model as it would come into force here.</summary>
    /// <param name="model">A document's model, or the shipped one.</param>
    /// <param name="fit">Frequencies, finer keys and prior computed from what the registry holds.</param>
    /// <param name="cancellationToken">Stops reading the registry.</param>
    public async Task<MatchModel> PrepareAsync(MatchModel model, bool fit, CancellationToken cancellationToken)
    {
        var fitted = fit ? await Task.Run(() => model.ActivateOn(Shadow().Records(model, cancellationToken)), cancellationToken) : model;
        return ModelShelf.WithSources(fitted, await node.DuplicateFreeAsync(cancellationToken));
    }

    /// <summary>What would merge, part and wait for a steward; nothing changes.</summary>
    /// <exception cref="FormatException">The model names a field no citizen has.</exception>
    public Task<ShadowReport> ShadowAsync(MatchModel model, CancellationToken cancellationToken) => Shadow().RunAsync(model, cancellationToken);

    /// <summary>Puts a prepared model into force and waits until all is evaluated anew. Writes wait meanwhile; reads go on.</summary>
    public async Task ActivateAsync(MatchModel model, string by, CancellationToken cancellationToken)
    {
        await node.Models.WantAsync(model, by, cancellationToken);
        await node.Writer.ReopenAsync(cancellationToken);
    }

    private ShadowRun Shadow() => new(node.Stores.Store, SurvivorshipPolicy.French());
}
