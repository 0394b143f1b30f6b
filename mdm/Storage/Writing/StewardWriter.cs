using IntegrationHub.Mdm.Storage.Encoding;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Review tasks and decisions: a known id is written anew.</summary>
internal static class StewardWriter
{
    public static void Write(PageScope page)
    {
        WriteReviews(page);
        WriteDecisions(page);
    }

    private static void WriteReviews(PageScope page)
    {
        var (reviews, bulk) = (page.Commit.Reviews, page.Bulk);
        if (reviews.Count == 0)
        {
            return;
        }

        bulk.Delete(RegistryTables.Reviews.Name, "task_id", [.. reviews.Select(review => review.TaskId).Where(id => id <= page.Before.LastReview)]);
        bulk.Begin(RegistryTables.Reviews);
        foreach (var review in reviews)
        {
            bulk.Integer(review.TaskId);
            Key(bulk, review.A);
            bulk.Integer(review.PartA);
            Key(bulk, review.B);
            bulk.Integer(review.PartB);
            bulk.Integer(review.Weight);
            bulk.Integer(unchecked((long)review.Pattern));
            bulk.Integer((long)review.Reason);
            bulk.Integer((long)review.State);
            bulk.Integer(review.OpenedAt.ToMicros());
            bulk.Integer(review.ClosedAt.ToMicros());
            bulk.Integer(review.DecisionId);
            bulk.Text(review.Assignee);
            bulk.EndRow();
        }

        bulk.End();
    }

    private static void WriteDecisions(PageScope page)
    {
        var (decisions, bulk) = (page.Commit.Decisions, page.Bulk);
        if (decisions.Count == 0)
        {
            return;
        }

        bulk.Delete(RegistryTables.Decisions.Name, "decision_id", [.. decisions.Select(decision => decision.DecisionId).Where(id => id <= page.Before.LastDecision)]);
        bulk.Begin(RegistryTables.Decisions);
        foreach (var decision in decisions)
        {
            bulk.Integer(decision.DecisionId);
            Key(bulk, decision.A);
            bulk.Bytes(KeyHash.Of(decision.A.Record));
            Key(bulk, decision.B);
            bulk.Bytes(KeyHash.Of(decision.B.Record));
            bulk.Integer(decision.Same ? 1 : 0);
            bulk.Text(decision.By);
            bulk.Integer(decision.At.ToMicros());
            bulk.Text(decision.Reason);
            bulk.Integer(decision.Action);
            bulk.Integer(decision.GoldenA?.Value);
            bulk.Integer(decision.GoldenB?.Value);
            bulk.Text(decision.WithdrawnBy);
            bulk.Integer(decision.WithdrawnAt.ToMicros());
            bulk.EndRow();
        }

        bulk.End();
    }

    private static void Key(BulkWriter bulk, PartKey? key)
    {
        bulk.Text(key?.Record.Connection);
        bulk.Text(key?.Record.Key);
        bulk.Text(key?.Part);
    }
}
