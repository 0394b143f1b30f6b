using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Api;

/// <summary>Candidates for one reader, weighed by permitted values alone: a weight that moved with a hidden value would confirm it.</summary>
public sealed class SeenMatches(HubNode node, IRegistryReader stored)
{
    private const int Spare = 4;

    /// <param name="registry">The writer's registry, for advice.</param>
    /// <param name="reader">Whoever asks; each person given is in the access log.</param>
    /// <param name="probe">What is known of the person; attributes outside the contract are not compared.</param>
    /// <param name="limit">Most candidates.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    public async Task<IReadOnlyList<MatchDoors.Candidate>> FindAsync(
        CitizenRegistry registry, ContractReader reader, Citizen probe, int limit, CancellationToken cancellationToken)
    {
        var contract = reader.View.Contract;
        var all = contract.SeesEverything;
        var cut = CitizenAttributes.Askable(probe, contract);
        var seen = new List<MatchDoors.Candidate>();
        foreach (var candidate in registry.FindCandidates(cut, all ? limit : limit * Spare))
        {
            var weight = all ? (candidate.Weight, candidate.Vetoed) : await WeighAsync(reader.View, cut, candidate.Golden, cancellationToken);

            // A person this reader may not know must not show, not even as a weight.
            if (weight is var (bits, vetoed) && await reader.FindAsync(candidate.Golden, cancellationToken) is CitizenAnswer.Found { View: var view })
            {
                seen.Add(new MatchDoors.Candidate(view, bits, bits >= node.Model.LinkThreshold && !vetoed ? MatchDoors.Word.Link : MatchDoors.Word.Review));
            }
        }

        return [.. seen.OrderByDescending(candidate => candidate.Weight).Take(limit)];
    }

    /// <returns>Null when nothing the reader sees of the person resembles enough.</returns>
    private async Task<(int Weight, bool Vetoed)?> WeighAsync(ContractView view, Citizen probe, GoldenId golden, CancellationToken cancellationToken)
    {
        var asked = node.Projection.Project(new PartKey("", ""), probe);
        (int Weight, bool Vetoed)? best = null;
        foreach (var source in await stored.ReadSourcesAsync(golden, cancellationToken))
        {
            foreach (var part in view.Of(source, golden)?.Citizens ?? [])
            {
                var evidence = node.Model.Explain(asked, node.Projection.Project(new PartKey(source.Record.Key, part.Part), part.Citizen));
                if (evidence.Weight >= node.Model.ReviewThreshold && (best is null || evidence.Weight > best.Value.Weight))
                {
                    best = (evidence.Weight, evidence.Vetoes.Count > 0);
                }
            }
        }

        return best;
    }
}
