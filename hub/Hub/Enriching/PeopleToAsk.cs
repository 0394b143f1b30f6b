using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Enriching;

/// <summary>Finds whom changes of the log may give a new question about. In one run each person is read once: the log up to the run's end was written before, so that reading knew it.</summary>
internal sealed class PeopleToAsk(string connection, Inquiry inquiry)
{
    private readonly HashSet<GoldenId> _read = [];
    private readonly Scope _attributes = inquiry.Reader.View.Contract.Attributes;
    private readonly string _own = $"source:{connection}";

    /// <returns>Whom these changes touched and nobody earlier in this run, in id order.</returns>
    public IReadOnlyList<GoldenId> Among(IReadOnlyList<RegistryChange> changes) => [.. changes.Where(Concerns).SelectMany(change => change.Touched).Where(_read.Add).Order()];

    /// <returns>The active ones: what may be told of each, and the answers given about them so far.</returns>
    public async Task<IReadOnlyList<PersonToAsk>> ReadAsync(IReadOnlyList<GoldenId> ids, CancellationToken cancellationToken)
    {
        var rows = (await inquiry.Registry.FindGoldensAsync(ids, cancellationToken)).Where(row => row.Golden.State == GoldenState.Active).ToDictionary(row => row.Golden.Id);
        var views = await inquiry.Reader.ConsiderAsync([.. rows.Keys.Order()], cancellationToken);
        return
        [
            .. views.Select(view => new PersonToAsk(
                view, [.. rows[view.Id].Golden.Members.Where(part => part.Record.Connection == connection && AnswerKey.IsAnswer(part)).Select(part => part.Record.Key)])),
        ];
    }

    // What its own answers changed is no news to it.
    private bool Concerns(RegistryChange change) => change.Kind is ChangeKind.Updated or ChangeKind.Linked or ChangeKind.Unlinked && change.Reason == _own
        ? false
        : change.Kind != ChangeKind.Updated || change.Attributes.Any(name => CitizenAttributes.Permits(_attributes, name));
}
