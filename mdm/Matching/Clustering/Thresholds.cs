using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>The link threshold of each member: the model's, raised in fixed steps where linked records would be more than the cap.</summary>
internal static class Thresholds
{
    public static int[] Find(Component component, ModelSettings settings)
    {
        var thresholds = new int[component.Members.Length];
        Array.Fill(thresholds, settings.Link);
        if (component.Members.Length <= settings.ComponentCap)
        {
            return thresholds;
        }

        var roots = new Roots(thresholds.Length);
        for (var raised = true; raised;)
        {
            raised = false;
            Connect(component.Links, thresholds, roots);
            var sizes = new int[thresholds.Length];
            for (var i = 0; i < sizes.Length; i++)
            {
                sizes[roots.Of(i)]++;
            }

            for (var i = 0; i < sizes.Length; i++)
            {
                if (sizes[roots.Of(i)] > settings.ComponentCap)
                {
                    thresholds[i] += settings.ComponentStep;
                    raised = true;
                }
            }
        }

        return thresholds;
    }

    private static void Connect(Link[] links, int[] thresholds, Roots roots)
    {
        roots.Clear();
        foreach (var link in links)
        {
            if (!link.Vetoed && link.Weight >= Math.Max(thresholds[link.A], thresholds[link.B]))
            {
                roots.Connect(link.A, link.B);
            }
        }
    }
}
