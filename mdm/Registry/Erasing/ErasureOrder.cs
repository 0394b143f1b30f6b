using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Goldens;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Erasing;

/// <summary>Erasure (RGPD article 17): every value of a person goes, and keyed hashes keep the records out from then on.</summary>
internal sealed class ErasureOrder(Writer writer)
{
    public Task<OrderResult> EraseAsync(GoldenId golden, CancellationToken cancellationToken) => writer.RunAsync<OrderResult>(
        async work =>
        {
            var row = await work.FindCurrentAsync(golden, cancellationToken);
            if (row is null || row.Golden.State == GoldenState.Erased)
            {
                return new OrderResult.Refused(row is null ? Refusal.Unknown : Refusal.AlreadySo, []);
            }

            GoldenRow[] rows = [row, .. await work.Reads.FindRetiredAsync([row.Golden.Id], cancellationToken)];
            var goldens = rows.Select(one => one.Golden.Id).Order().ToList();
            var past = await work.Reads.FindPastMembersAsync(goldens, cancellationToken);
            var keys = past.Concat(row.Golden.Members).Distinct().Order().ToList();
            var records = keys.Count == 0 ? [] : await work.Reads.FindRecordsAsync([.. keys.Select(key => key.Record).Distinct()], cancellationToken);
            work.Erasures.Add(Forget(work, goldens, keys.ToHashSet(), records, row.Golden.Id));
            foreach (var one in rows.OrderBy(one => one.Golden.Id))
            {
                work.Save(new GoldenRow(
                    new GoldenRecord { Id = one.Golden.Id, Version = one.Golden.Version + 1, State = GoldenState.Erased, Citizen = new Citizen() },
                    one.CreatedAt,
                    work.At));
            }

            await writer.SettleAsync(work, "steward:erasure", null, cancellationToken);
            work.Changes.Add(new RegistryChange
            {
                Sequence = work.NextChange(),
                Kind = ChangeKind.Erased,
                Golden = row.Golden.Id,
                Version = row.Golden.Version + 1,
                At = work.At,
                Touched = goldens,
                Reason = "steward:erasure",
            });
            work.ForgetReviews();
            return new OrderResult.Done([], work.Changes);
        },
        cancellationToken);

    private static Erasure Forget(Work work, List<GoldenId> goldens, HashSet<PartKey> keys, IReadOnlyList<StoredRecord> records, GoldenId golden)
    {
        var (whole, wiped) = (new List<int>(), new List<int>());
        var (suppressed, erasedKeys, parts) = (new List<byte[]>(), new List<RecordKey>(), new List<(int, PartKey)>());
        foreach (var stored in records.OrderBy(record => record.Record.Key))
        {
            var own = stored.Parts.Where(part => part.Golden == golden || (part.Golden is null && keys.Contains(part.Key) && (part.LastGolden is not { } last || goldens.Contains(last)))).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            var shared = stored.Parts.Any(part => part.Golden is not null && part.Golden != golden);
            foreach (var part in own)
            {
                suppressed.Add(work.Memory.Suppression.HashOf(part.Key));
                parts.Add((part.PartId, part.Key));
                Drop(work, part, golden);
            }

            if (shared)
            {
                wiped.Add(stored.Record.RecordId);
                work.Linked.Add(new LinkedRow(stored.Record.RecordId, [], [], []));
                continue;
            }

            whole.Add(stored.Record.RecordId);
            erasedKeys.Add(stored.Record.Key);
            suppressed.Add(work.Memory.Suppression.HashOf(stored.Record.Key));
        }

        return new Erasure(goldens, whole, suppressed, erasedKeys)
        {
            Parts = [.. parts.Where(part => !erasedKeys.Contains(part.Item2.Record))],
            WipedRecordIds = wiped,
        };
    }

    private static void Drop(Work work, PartRow part, GoldenId golden)
    {
        if (part.Golden is not null && part.Matchable)
        {
            work.TakeFromIndex(part, golden);
        }

        foreach (var decision in work.Memory.Decisions.Naming(part.Key).ToList())
        {
            work.Withdraw(decision, kept: null);
        }
    }
}
