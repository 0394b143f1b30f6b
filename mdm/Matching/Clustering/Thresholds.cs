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

        var roots = new int[thresholds.Length];
        for (var raised = true; raised;)
        {
            raised = false;
            Connect(component.Links, thresholds, roots);
            var sizes = new int[roots.Length];
            foreach (var root in roots)
            {
                sizes[root]++;
            }

            for (var i = 0; i < roots.Length; i++)
            {
                if (sizes[roots[i]] > settings.ComponentCap)
                {
                    thresholds[i] += settings.ComponentStep;
                    raised = true;
                }
            }
        }

        return thresholds;
    }

    private static void Connect(Link[] links, int[] thresholds, int[] roots)
    {
        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = i;
        }

        foreach (var link in links)
        {
            if (!link.Vetoed && link.Weight >= Math.Max(thresholds[link.A], thresholds[link.B]))
            {
                var (a, b) = (Root(roots, link.A), Root(roots, link.B));
                roots[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = Root(roots, i);
        }
    }

    private static int Root(int[] roots, int i)
    {
        while (roots[i] != i)
        {
            roots[i] = roots[roots[i]];
            i = roots[i];
        }

        return i;
    }
}
