using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Goldens;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Erasing;

/// <summary>Restriction (RGPD article 18): the parts leave the index and stay behind their record, which is neither read, matched nor republished.</summary>
internal sealed class Restricting(Writer writer)
{
    public Task<OrderResult> RestrictAsync(GoldenId golden, CancellationToken cancellationToken) => writer.RunAsync<OrderResult>(
        async work =>
        {
            var row = await work.FindCurrentAsync(golden, cancellationToken);
            if (row?.Golden.State != GoldenState.Active)
            {
                return new OrderResult.Refused(row is null ? Refusal.Unknown : row.Golden.State == GoldenState.Restricted ? Refusal.AlreadySo : Refusal.NotActive, []);
            }

            foreach (var part in await work.FindLiveAsync(row.Golden.Members, cancellationToken))
            {
                work.Save(part with { Matchable = false });
                work.TakeFromIndex(part, golden: null);
            }

            var restricted = row.Golden with { Version = row.Golden.Version + 1, State = GoldenState.Restricted };
            GoldenRows.Stage(work, row, restricted, OverrideJson.Read(row.Overrides));
            GoldenRows.Tell(work, ChangeKind.Restricted, restricted, row, [restricted.Id], "steward:restriction");
            await writer.SettleAsync(work, "steward:restriction", null, cancellationToken);
            return new OrderResult.Done([], work.Changes);
        },
        cancellationToken);

    public Task<OrderResult> ReleaseAsync(GoldenId golden, CancellationToken cancellationToken) => writer.RunAsync<OrderResult>(
        async work =>
        {
            var row = await work.FindCurrentAsync(golden, cancellationToken);
            if (row?.Golden.State != GoldenState.Restricted)
            {
                return new OrderResult.Refused(row is null ? Refusal.Unknown : Refusal.AlreadySo, []);
            }

            var parts = await work.FindLiveAsync(row.Golden.Members, cancellationToken);
            foreach (var part in parts.Where(part => !AnswerKey.IsAnswer(part.Key)))
            {
                var back = part with { Matchable = true };
                work.Save(back);
                work.Released.Add(back.PartId, row.Golden.Id);
                work.PutInIndex(back, writer.Projection.Project(back.Key, back.Citizen));
            }

            if (parts.Count == 0)
            {
                var emptied = row.Golden with { Version = row.Golden.Version + 1, State = GoldenState.Emptied };
                GoldenRows.Stage(work, row, emptied, OverrideJson.Read(row.Overrides));
                GoldenRows.Tell(work, ChangeKind.Released, emptied, row, [emptied.Id], "steward:release");
            }

            await writer.SettleAsync(work, "steward:release", null, cancellationToken);
            return new OrderResult.Done([], work.Changes);
        },
        cancellationToken);
}
