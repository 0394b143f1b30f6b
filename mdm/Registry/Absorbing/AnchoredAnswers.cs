using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>A page's answers and the parts they are about: an answer stands where its part stands, and about a part that is not here none is kept.</summary>
internal sealed class AnchoredAnswers(Work work, MatchProjection projection)
{
    private readonly Dictionary<PartKey, PartRow> _anchors = [];

    public async Task LoadAsync(RegistryPage page, CancellationToken cancellationToken)
    {
        List<PartKey>? about = null;
        foreach (var arrival in page.Records)
        {
            foreach (var citizen in arrival.Record.Citizens)
            {
                if (AnswerKey.About(new PartKey(arrival.Record.Key, citizen.Part)) is { } part)
                {
                    (about ??= []).Add(part);
                }
            }
        }

        foreach (var part in about is null ? [] : await work.FindLiveAsync(about, cancellationToken))
        {
            _anchors.Add(part.Key, part);
        }
    }

    /// <summary>An answer about somebody who is gone, restricted or erased since the question: not even its key may be kept.</summary>
    public bool IsHomeless(MappedRecord record) =>
        record.Citizens.Any(citizen => AnswerKey.About(new PartKey(record.Key, citizen.Part)) is { } about && !(_anchors.TryGetValue(about, out var anchor) && anchor.Matchable));

    /// <summary>Puts an answer beside the part it is about, whose golden record is then settled anew.</summary>
    public void Put(PartRow answer)
    {
        var anchor = _anchors[AnswerKey.About(answer.Key)!.Value];
        work.Save(answer with { Golden = anchor.Golden, Matchable = false });
        work.Answers.Add(answer.Key);
        Settle(anchor);
    }

    /// <summary>An answer was withdrawn.</summary>
    /// <returns>False when the golden record it stood behind is restricted.</returns>
    public async Task<bool> LeftAsync(PartRow answer, CancellationToken cancellationToken)
    {
        if ((await work.FindLiveAsync([AnswerKey.About(answer.Key)!.Value], cancellationToken)) is not [{ Matchable: true } anchor])
        {
            return false;
        }

        Settle(anchor);
        return true;
    }

    private void Settle(PartRow anchor)
    {
        var now = work.KnownPart(anchor.PartId) ?? anchor;
        work.PutInIndex(now, projection.Project(now.Key, now.Citizen));
    }
}
