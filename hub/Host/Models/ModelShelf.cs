using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Models;

/// <summary>Every match model this hub was ever under, as documents by version, and which one is wanted: what a node opens the registry with.</summary>
/// <remarks>A release that ships another model, or a connection that becomes free of duplicates, changes nothing by itself: the registry stays under the
/// model its pairs were scored with until somebody puts another into force. A wish outlives a kill: the next node that opens the registry carries it out.</remarks>
public sealed class ModelShelf(IOperationsStore operations, IRegistryStore store, TimeProvider clock)
{
    private const string Kind = "model";
    private const string Wish = "model-wanted";
    private const string Name = "registry";

    /// <summary>The model to open the registry with: the wanted one, else the one its pairs were scored with; a new registry starts with the shipped one.</summary>
    /// <param name="duplicateFree">Connections that hold a person at most once, for a new registry.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InvalidOperationException">The registry's model is not on the shelf.</exception>
    public async Task<MatchModel> ToOpenAsync(IReadOnlyCollection<string> duplicateFree, CancellationToken cancellationToken)
    {
        var current = (await store.LoadStateAsync(cancellationToken)).ModelVersion;
        var wanted = (await FindWishAsync(cancellationToken))?.Text ?? current;
        if (wanted is not null)
        {
            var model = await FindAsync(wanted, cancellationToken) ?? throw new InvalidOperationException(
                $"match model {wanted} is not kept here: put another into force with 'models activate french', or with the model's own document");

            // The next release may ship another: this one is then still at hand.
            await KeepAsync(model, "hub", cancellationToken);
            return model;
        }

        var first = WithSources(MatchModel.French, duplicateFree);
        await KeepAsync(first, "hub", cancellationToken);
        return first;
    }

    /// <summary>The version in force: that of the stored pairs; null in a new registry.</summary>
    public async Task<string?> CurrentAsync(CancellationToken cancellationToken) => (await store.LoadStateAsync(cancellationToken)).ModelVersion;

    /// <summary>The last wish: version, by whom and when.</summary>
    public async Task<DocumentRow?> FindWishAsync(CancellationToken cancellationToken) =>
        (await operations.ListDocumentsAsync(Wish, cancellationToken)).FirstOrDefault(row => row is { Name: Name, Removed: false });

    /// <summary>Keeps a model and the wish to have it in force.</summary>
    public async Task WantAsync(MatchModel model, string by, CancellationToken cancellationToken)
    {
        await KeepAsync(model, by, cancellationToken);
        var last = await FindWishAsync(cancellationToken);
        await operations.SaveDocumentAsync(new DocumentRow(Wish, Name, (last?.Version ?? 0) + 1, model.Version, clock.GetUtcNow(), by), cancellationToken);
    }

    /// <returns>Null when no model of that version is kept.</returns>
    public async Task<MatchModel?> FindAsync(string version, CancellationToken cancellationToken)
    {
        if (version == MatchModel.French.Version)
        {
            return MatchModel.French;
        }

        var kept = (await operations.ListDocumentsAsync(Kind, cancellationToken)).FirstOrDefault(row => row.Name == version && !row.Removed);
        return kept is not null && MatchModel.Parse(kept.Text, $"{version}.yaml") is { } model && model.Version == version ? model : null;
    }

    /// <summary>The model with the connections that hold a person at most once; where none does, as the model's own document says.</summary>
    public static MatchModel WithSources(MatchModel model, IReadOnlyCollection<string> duplicateFree) =>
        duplicateFree.Count == 0 ? model : model.WithDuplicateFreeSources([.. duplicateFree.Order(StringComparer.Ordinal)]);

    private async Task KeepAsync(MatchModel model, string by, CancellationToken cancellationToken)
    {
        if ((await operations.ListDocumentsAsync(Kind, cancellationToken)).All(row => row.Name != model.Version))
        {
            await operations.SaveDocumentAsync(new DocumentRow(Kind, model.Version, 1, model.Document, clock.GetUtcNow(), by), cancellationToken);
        }
    }
}
