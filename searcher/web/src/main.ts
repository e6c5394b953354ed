import './script.css';
import {addCiteButtons} from './cite';
import {addButtons} from './dialogs';
import {searchWithinFacets} from './facet_find';
import {addMatchButtons, listenForKeys} from './keyboard';
import {followLinks, isSearchPage, onShown} from './live';
import {Combobox} from './suggest';
import {fillTimeline, startTimeline} from './timeline';
import {searchAsYouType} from './typing';
import {say} from './words';

new Combobox(document.querySelector<HTMLInputElement>('#q')!);
addButtons(isSearchPage);
listenForKeys();
addMatchButtons(say);
if (isSearchPage) {
  followLinks();
  searchAsYouType();
  onShown(searchWithinFacets);
  startTimeline();
  onShown(fillTimeline);
}
onShown(addCiteButtons);
